// Moving the focus inside a list with the arrow keys, so that Tab passes the list in one step.
import { useEffect } from 'preact/hooks';

function findTarget(key: string, from: number, count: number): number | null {
  if (key === 'ArrowDown') return Math.min(from + 1, count - 1);
  if (key === 'ArrowUp') return Math.max(from - 1, 0);
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return null;
}

/** Moves the focus among the elements that `selector` finds in `list`. True when the key was one of those that move. */
export function stepFocus(event: KeyboardEvent, list: Element | null, selector: string): boolean {
  const rows = [...(list?.querySelectorAll<HTMLElement>(selector) ?? [])];
  const from = rows.indexOf(event.target as HTMLElement);
  const to = findTarget(event.key, from, rows.length);
  if (to === null) return false;
  rows[to]?.focus();
  return true;
}

/** Scrolls the option that the keys lead to into sight, where the focus itself stays in a field. */
export function useOptionInSight(id: string | undefined): void {
  useEffect(() => {
    if (id) document.getElementById(id)?.scrollIntoView?.({ block: 'nearest' });
  }, [id]);
}
