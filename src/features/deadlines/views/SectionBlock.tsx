import type { ComponentChildren } from 'preact';
import { Icon } from '../../../ui/Icon.tsx';
import { SectionHead } from '../../../ui/SectionHead.tsx';
import type { OverviewItem } from '../overview.ts';
import { composeNames, type SectionPlan } from './sections.ts';

interface SectionBlockProps {
  plan: SectionPlan;
  open: boolean;
  onOpen: (open: boolean) => void;
  children: (item: OverviewItem) => ComponentChildren;
}

function Fold({ plan, open, onOpen }: Omit<SectionBlockProps, 'children'>) {
  return (
    <h2>
      <button
        type="button"
        class="fold"
        data-row={`fold-${plan.section}`}
        aria-expanded={open}
        onClick={() => onOpen(!open)}
      >
        <Icon name={open ? 'down' : 'right'} size={12} />
        <span class="fold-title">{plan.title}</span>
        <span class="section-count">{plan.items.length}</span>
        {open ? null : (
          <span class="fold-names cut">
            <bdi>{composeNames(plan.items)}</bdi>
          </span>
        )}
      </button>
    </h2>
  );
}

/** One section: its heading and rows; folded to a line, or cut to what fits with the rest one press away. */
export function SectionBlock({ plan, open, onOpen, children }: SectionBlockProps) {
  const { section, title, items, folded } = plan;
  const shown = open ? items : folded ? [] : items.slice(0, plan.shown);
  const more = items.length - shown.length;
  return (
    <section class={`section section-${section}`} aria-label={title}>
      {folded ? (
        <Fold plan={plan} open={open} onOpen={onOpen} />
      ) : (
        <SectionHead id={`section-${section}`} title={title} count={items.length} />
      )}
      {shown.length > 0 ? <ul class="rows">{shown.map(children)}</ul> : null}
      {!folded && more > 0 ? (
        <button type="button" class="fold" data-row={`more-${section}`} onClick={() => onOpen(true)}>
          <Icon name="down" size={12} />
          {more} more
        </button>
      ) : null}
    </section>
  );
}
