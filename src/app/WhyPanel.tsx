import { useCallback } from 'preact/hooks';
import { composeEvidence } from '../features/deadlines/evidence.ts';
import type { Overview, OverviewItem } from '../features/deadlines/overview.ts';
import { Why } from '../features/deadlines/views/Why.tsx';
import { WhyEvidence } from '../features/deadlines/views/WhyEvidence.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { sourceName } from './source-name.ts';
import type { Items } from './use-items.ts';
import { useLive } from './use-live.ts';

interface WhyPanelProps {
  item: OverviewItem;
  overview: Overview;
  items: Items;
}

/** The clause, and what decides it, judged again whenever something of it changed. */
export function WhyPanel({ item, overview, items: { deps, correct, takeBack } }: WhyPanelProps) {
  const { relationship } = item;
  const read = useCallback(() => deps.readSlices([relationship]), [deps, relationship]);
  const [live] = useLive(deps, read);
  const slice = live.state === 'ready' ? live.value[0] : undefined;
  const { zone } = overview;
  const now = deps.now();
  return (
    <Why item={item} overview={overview}>
      {live.state === 'loading' ? <Skeleton rows={2} /> : null}
      {slice ? (
        <WhyEvidence
          evidence={composeEvidence(slice, item, now)}
          now={now}
          zone={zone}
          nameOf={(source) => sourceName(deps.sites, source)}
          onCorrect={correct}
          onTakeBack={takeBack}
        />
      ) : null}
    </Why>
  );
}
