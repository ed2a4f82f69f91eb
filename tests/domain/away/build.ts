// Absences and notices for tests.
import type { Away, Notice } from '../../../src/domain/away/away.ts';

export const dayAfter = (date: string): string => Temporal.PlainDate.from(date).add({ days: 1 }).toString();

/** An absence of `r1` that was planned well before; back on the day after. */
export function absence(from: string, to: string, more: Partial<Away> = {}): Away {
  return {
    id: `${from} ${to}`,
    from,
    to,
    returns: dayAfter(to),
    relationships: ['r1'],
    plannedAt: '2025-12-01T12:00:00Z',
    ...more,
  };
}

export function notice(away: Away, to: string, at: string, more: Partial<Notice> = {}): Notice {
  return { id: `${away.id} ${to} ${at}`, away: away.id, to, at, ...more };
}

/** An automatic message that says when its writer is back. */
export const message = ({ returns }: Pick<Away, 'returns'>, at: string) => ({ text: `I am back on ${returns}.`, at });
