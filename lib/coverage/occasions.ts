import type { EntityKind } from '../model/entity';
import { eventWords, sharedEventName, type EventWords } from './name-event';
import type { ScoredArticle } from './rank-articles';
import type { RelateInput } from './related';
import { reportOf, type TextOf } from './report';
import { reportsEventOf } from './same-story';
import { actReader, sameAct } from './speech-acts';

/**
 * What an article and the page have in common beyond names: that both report one event, or that somebody denied or promised
 * there what the page takes up, or that the page goes back to its month.
 */
export function occasions(input: RelateInput, textOf: TextOf): (scored: ScoredArticle) => string | undefined {
  const { page } = input;
  const text = page.text ?? '';
  const surname = surnameOf(input.known.get(input.entity));
  const taken = actReader(surname, { goesBack: true })(text);
  const readActs = actReader(surname, { goesBack: false });
  const isSameEvent = reportsEventOf(page, textOf);
  let called: EventWords | undefined;
  return (scored) => {
    const back = scored.referred === undefined ? undefined : `this page goes back to ${scored.referred}`;
    const isSame = isSameEvent(scored);
    if (!isSame && taken.length === 0) return back;
    const report = reportOf(scored.covered.article, textOf);
    if (isSame) {
      called ??= eventWords(page.title, text);
      return `the same ${sharedEventName(called, eventWords(report.title, report.text)) ?? 'event'}`;
    }
    const act = sameAct(taken, readActs(`${report.title}\n${report.text}`));
    if (!act) return back;
    // The one of the month that the page goes back to is the one that it means; of others it is only known that they are alike.
    if (back !== undefined) return `the earlier ${act.kind}; ${back}`;
    return `${isBefore(scored, page.published) ? 'an earlier' : 'a later'} ${act.kind}`;
  };
}

function isBefore({ time }: ScoredArticle, published: string | undefined): boolean {
  return published === undefined || time === undefined || time <= Date.parse(published);
}

/** As reports call somebody. Empty for what is no person: nothing else denies or promises. */
function surnameOf(known: { readonly name: string; readonly kind?: EntityKind } | undefined): string {
  return known?.kind === undefined || known.kind === 'person' ? (known?.name.split(/\s+/).at(-1) ?? '') : '';
}
