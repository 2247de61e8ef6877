import { sentenceFor } from '../failure-sentences';
import { Empty } from '../forms/Empty';
import { NoticeLine } from '../forms/Notice';
import type { EntityDetails } from '../name-service';
import { useOptionsServices } from '../services-context';
import { useLive } from '../use-live';
import { AliasList } from './AliasList';
import { EntityCoverage } from './EntityCoverage';
import { EntityHead } from './EntityHead';
import { MergeForm } from './MergeForm';
import { SaidAboutIt } from './SaidAboutIt';
import { WhereFrom } from './WhereFrom';
import { useChanges } from './use-changes';
import type { ChangeFunction } from './use-changes';

/** One entity in full, with everything that the reader can say of it. What was said last stays where it leads to another. */
export function EntityView({ id }: { readonly id: string }) {
  const { names } = useOptionsServices();
  const live = useLive(names.watchEntity(id));
  const { notice, change } = useChanges();
  return (
    <>
      <p className="back"><a href="#names">All names and topics</a></p>
      <NoticeLine notice={notice} />
      {live.state === 'loading' && <div className="coming" aria-busy="true" />}
      {live.state === 'failed' && <p className="failed" role="alert">{sentenceFor(live.failure)}</p>}
      {live.state === 'ready' && !live.value && (
        <Empty said="That one is not known any more.">
          <p>Its pack was removed, or you took it away.</p>
        </Empty>
      )}
      {live.state === 'ready' && live.value && <Known key={live.value.entity.id} details={live.value} change={change} />}
    </>
  );
}

interface KnownProps {
  readonly details: EntityDetails;
  readonly change: ChangeFunction;
}

function Known({ details, change }: KnownProps) {
  return (
    <article className="entity" aria-labelledby="entity-name">
      <EntityHead details={details} change={change} />
      <EntityCoverage details={details} change={change} />
      <AliasList details={details} change={change} />
      <MergeForm details={details} change={change} />
      <SaidAboutIt details={details} change={change} />
      <WhereFrom details={details} />
    </article>
  );
}
