// The number on the toolbar button: what is late or due today, and nothing when there is nothing.
import type { Overview } from '../deadlines/overview.ts';

export interface Badge {
  /** At most three characters; '' for no badge. */
  text: string;
  /** Background, on which the number stands in white with a contrast of 5.7 or more. */
  color: string;
  /** The button's label, which says the same in words. */
  title: string;
}

const LATE = '#a8231b';
const SOON = '#7a4a00';

export function planBadge({ items, urgent }: Pick<Overview, 'items' | 'urgent'>): Badge {
  const text = urgent > 99 ? '99+' : urgent > 0 ? String(urgent) : '';
  const isLate = items.some((item) => item.section === 'late');
  return { text, color: isLate ? LATE : SOON, title: urgent > 0 ? `Waymark: ${urgent} late or due today` : 'Waymark' };
}
