import type { Totals } from '../totals.ts';
import { composeHours } from '../words.ts';

function Figure({ value, unit, words }: { value: string; unit?: string; words: string }) {
  return (
    <div class="total">
      <dd class="total-value">
        {value}
        {unit ? <span class="total-unit"> {unit}</span> : null}
      </dd>
      <dt class="total-words">{words}</dt>
    </div>
  );
}

/** What the shown entries come to; preparation stands apart because it never counts. */
export function TotalsLine({ totals }: { totals: Totals }) {
  const { entries, held, minutes, preparation, cancelled, missed } = totals;
  return (
    <dl class="totals" aria-label="Totals of what is shown">
      <Figure value={String(held)} words={held === 1 ? 'meeting held' : 'meetings held'} />
      <Figure value={composeHours(minutes)} unit="h" words="with mentees" />
      <Figure value={composeHours(preparation)} unit="h" words="preparation, apart" />
      {cancelled > 0 ? <Figure value={String(cancelled)} words="cancelled" /> : null}
      {missed > 0 ? <Figure value={String(missed)} words={missed === 1 ? 'no-show' : 'no-shows'} /> : null}
      <Figure value={String(entries)} words={entries === 1 ? 'entry shown' : 'entries shown'} />
    </dl>
  );
}
