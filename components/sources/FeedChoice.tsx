import { useId } from 'react';
import type { FeedPreview } from '../../lib/messaging/source-protocol';
import { sentenceFor } from '../failure-sentences';
import { NoticeLine } from '../forms/Notice';
import { NewestArticles } from './NewestArticles';
import { useLook, type Look, type LookInside } from './use-look';

export interface ChoosableFeed {
  readonly url: string;
  readonly title: string;
  /** Where it comes from and the like. */
  readonly note: string;
}

export interface FeedChoiceProps {
  readonly feed: ChoosableFeed;
  readonly isChosen: boolean;
  /** It is a source already. */
  readonly isKnown?: boolean;
  readonly locales: readonly string[];
  readonly lookInside: LookInside;
  readonly onToggle: (isOn: boolean) => void;
}

/** A feed of a list, to be ticked, and to be looked into before. */
export function FeedChoice({ feed, isChosen, isKnown = false, locales, lookInside, onToggle }: FeedChoiceProps) {
  const insideId = useId();
  const { look, open, close } = useLook(lookInside);
  const isOpen = look.state !== 'closed';
  return (
    <li className="feed-choice">
      <label className="tick">
        <input type="checkbox" checked={isChosen || isKnown} disabled={isKnown} onChange={(event) => onToggle(event.target.checked)} />
        <span>
          <span className="title" dir="auto">{feed.title}</span>
          <span className="note">{isKnown ? 'You have this one' : feed.note}</span>
        </span>
      </label>
      {!isKnown && (
        <button
          type="button"
          className="quiet"
          aria-label={`Preview ${feed.title}`}
          aria-expanded={isOpen}
          aria-controls={isOpen ? insideId : undefined}
          onClick={() => (isOpen ? close() : void open(feed.url))}
        >
          Preview
        </button>
      )}
      {isOpen && (
        <div id={insideId} className="inside">
          <Inside look={look} host={hostOf(feed.url)} locales={locales} onAllow={(host) => void open(feed.url, host)} />
        </div>
      )}
    </li>
  );
}

interface InsideProps {
  readonly look: Look;
  readonly host: string;
  readonly locales: readonly string[];
  readonly onAllow: (host: string) => void;
}

function Inside({ look, host, locales, onAllow }: InsideProps) {
  if (look.state === 'found') return <Found preview={look.preview} locales={locales} />;
  if (look.state === 'failed') {
    const { kind, detail } = look.failure;
    const action = kind === 'no-permission' && detail !== undefined ? { label: `Allow ${detail}`, onPress: () => onAllow(detail) } : undefined;
    return <NoticeLine notice={{ tone: 'failed', text: sentenceFor(look.failure), action }} />;
  }
  return <NoticeLine notice={{ tone: 'working', text: `Looking at ${host}…` }} />;
}

function Found({ preview: { title, newest }, locales }: { readonly preview: FeedPreview; readonly locales: readonly string[] }) {
  return (
    <>
      <p className="note" dir="auto">{title}</p>
      <NewestArticles newest={newest} most={3} locales={locales} />
    </>
  );
}

function hostOf(url: string): string {
  return new URL(url).hostname;
}
