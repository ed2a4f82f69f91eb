// Which sections stand open in a small window: what is urgent whole, the rest as far as there is room.
import type { Overview, OverviewItem, Section } from '../overview.ts';

export interface SectionPlan {
  section: Section;
  title: string;
  items: OverviewItem[];
  /** How many of the items are shown before "more". */
  shown: number;
  /** True when only its heading stands there, with the names. */
  folded: boolean;
}

/** Heights in px, as the styles have them. */
export const ROW = 44;
export const HEAD = 32;
export const FOLD = 36;
const order: Section[] = ['late', 'due-today', 'coming', 'waiting', 'cannot-tell'];

function isThisMonth(items: OverviewItem[], { now, zone }: Overview): boolean {
  const month = (at: string) => Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toPlainYearMonth();
  return items.every(({ mark }) => mark.due === undefined || month(mark.due).equals(month(now)));
}

function composeTitle(section: Section, items: OverviewItem[], overview: Overview): string {
  if (section === 'late') return 'Late';
  if (section === 'due-today') return 'Due today';
  if (section === 'waiting') return 'Waiting for them';
  if (section === 'cannot-tell') return 'Can’t tell';
  return isThisMonth(items, overview) ? 'This month' : 'Coming';
}

const isQuiet = (section: Section) => section === 'waiting' || section === 'cannot-tell';

/** How many of `count` rows are shown in `room`: all when they fit or when one alone would be left over. */
function fitRows(count: number, room: number): number {
  if (count * ROW <= room) return count;
  const rows = Math.max(1, Math.floor((room - FOLD) / ROW));
  return count - rows <= 1 ? count : rows;
}

/** Plans the sections for `room` pixels of height; Infinity shows everything. */
export function planSections(overview: Overview, room: number): SectionPlan[] {
  const groups = order
    .map((section) => ({ section, items: overview.items.filter((item) => item.section === section) }))
    .filter(({ items }) => items.length > 0);
  let left = room;
  for (const { section, items } of groups)
    left -= isQuiet(section) ? FOLD : HEAD + (section === 'coming' ? 0 : items.length * ROW);
  return groups.map(({ section, items }) => {
    const title = composeTitle(section, items, overview);
    const shown = section === 'coming' ? fitRows(items.length, left) : items.length;
    const folded = isQuiet(section) && HEAD - FOLD + items.length * ROW > left;
    if (section === 'coming') left -= shown * ROW + (shown < items.length ? FOLD : 0);
    if (isQuiet(section) && !folded) left -= HEAD - FOLD + items.length * ROW;
    return { section, title, items, shown, folded };
  });
}

/** "Jun, Sofia and 2 more": first names, each once. */
export function composeNames(items: OverviewItem[]): string {
  const names = [...new Set(items.map(({ mentee }) => mentee.split(/\s+/)[0] ?? mentee))];
  const few = names.slice(0, 3);
  const more = names.length - few.length;
  return more > 0 ? `${few.join(', ')} and ${more} more` : few.join(', ');
}
