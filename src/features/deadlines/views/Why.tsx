import type { ComponentChildren } from 'preact';
import { composeDoubt } from '../../../ui/sentences.ts';
import type { Overview, OverviewItem } from '../overview.ts';
import { describeLine, describeTime } from '../words.ts';

interface WhyProps {
  item: OverviewItem;
  overview: Overview;
  /** The evidence, once it is read. */
  children?: ComponentChildren;
}

/** The requirement's ground: the clause it comes from, and what was seen. */
export function Why({ item, overview, children }: WhyProps) {
  const { clause, mark } = item;
  return (
    <div class="why">
      {clause ? (
        <figure class="clause">
          <blockquote class="clause-says">{clause.says}</blockquote>
          <figcaption class="small quiet">
            {clause.document}, {clause.section}
          </figcaption>
        </figure>
      ) : (
        <p>This comes from whose turn it is on the thread; the programme names no limit for it.</p>
      )}
      <dl class="facts">
        <dt>About</dt>
        <dd>
          <bdi>{item.title}</bdi>
        </dd>
        <dt>Seen</dt>
        <dd>
          {mark.state === 'cannot-tell' && mark.doubt
            ? composeDoubt(mark.doubt, overview.zone)
            : describeLine(mark, overview.now, overview.zone)}
        </dd>
        {mark.asOf ? (
          <>
            <dt>As of</dt>
            <dd>{describeTime(mark.asOf, overview.now, overview.zone)}</dd>
          </>
        ) : null}
      </dl>
      {children}
    </div>
  );
}
