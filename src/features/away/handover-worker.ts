// The worker's side of taking over: people of the sheet are found by their addresses, and what is not known here is not
// kept.
import type * as z from 'zod/mini';
import type { Handed, Notice } from '../../domain/away/away.ts';
import type { Ledger } from '../../domain/ledger.ts';
import type { Relationship } from '../../domain/people/relationship.ts';
import { compareInstants } from '../../domain/time/instants.ts';
import { startOf } from '../../domain/time/windows.ts';
import type { LedgerWriter } from '../../ledger/ledger.ts';
import type { Handlers } from '../../messages/contract.ts';
import type { handovers } from './handover-contract.ts';
import type { HandoverOutcome } from './views/actions.ts';

export interface HandoverDeps {
  open(): Promise<LedgerWriter>;
  now(): string;
}

type Sheet = z.output<(typeof handovers)['handover.take']['input']>;

export function handoverHandlers<Context>({ open, now }: HandoverDeps): Handlers<typeof handovers, Context> {
  return {
    async 'handover.take'(sheet) {
      const ledger = await open();
      const taken = planTake(sheet, await ledger.readSmall(), now());
      if (!('notices' in taken)) return taken;
      await ledger.apply(taken.notices.map((put) => ({ list: 'notices', put })));
      return taken.outcome;
    },
    async 'handover.drop'({ notice }) {
      const ledger = await open();
      const stored = await ledger.get('notices', notice);
      if (stored?.handed) await ledger.apply([{ list: 'notices', remove: notice }]);
      return null;
    },
  };
}

interface Taken {
  outcome: HandoverOutcome;
  notices: Notice[];
}

/** One notice for each relationship in which both are mentors and some mentee of the sheet is known. */
export function planTake(sheet: Sheet, facts: Ledger, now: string): Taken | Extract<HandoverOutcome, { done: false }> {
  const byEmail = new Map(facts.people.flatMap(({ id, emails }) => emails.map((email) => [email.toLowerCase(), id])));
  const findAll = (emails: readonly string[]) =>
    new Set(emails.flatMap((email) => byEmail.get(email.toLowerCase()) ?? []));
  const leavers = findAll(sheet.mentor.emails);
  const bonds = facts.relationships.filter((bond) => findLeaver(bond, leavers) !== undefined);
  const found = bonds.flatMap((bond) => {
    const mentees = sheet.mentees.flatMap((row) => {
      const id = [...findAll(row.emails)].find((each) => bond.mentees.includes(each));
      return id ? [{ ...row, id }] : [];
    });
    return mentees.length > 0 ? [{ bond, mentees }] : [];
  });
  if (found.length === 0) return { done: false, code: 'unknown-mentees' };
  if (found.every(({ bond }) => compareInstants(startOf(sheet.away.returns, bond.zone), now) <= 0))
    return { done: false, code: 'over' };
  const notices = found.map(({ bond, mentees }) =>
    composeNotice(sheet, bond, findLeaver(bond, leavers)!, mentees, now),
  );
  const known = new Set(found.flatMap(({ mentees }) => mentees.map(({ id }) => id)));
  const mentor = facts.people.find(({ id }) => id === notices[0]!.handed!.by)?.name ?? sheet.mentor.name;
  const threads = notices.reduce((sum, { handed }) => sum + handed!.threads.length, 0);
  return { notices, outcome: { done: true, mentor, mentees: known.size, threads } };
}

/** The one who leaves, where this mentor and they are mentors together. */
function findLeaver({ me, mentors, role }: Relationship, leavers: ReadonlySet<string>): string | undefined {
  return role === 'mentor' ? mentors.find((each) => each !== me && leavers.has(each)) : undefined;
}

type Row = Sheet['mentees'][number] & { id: string };

function composeNotice(sheet: Sheet, bond: Relationship, by: string, mentees: readonly Row[], now: string): Notice {
  const { from, to, returns } = sheet.away;
  const handed: Handed = {
    by,
    relationship: bond.id,
    from,
    to,
    writtenAt: sheet.writtenAt,
    threads: mentees.flatMap(({ id, threads }) => threads.map((each) => ({ mentee: id, ...each }))),
    meetings: mentees.flatMap(({ id, meetings }) => meetings.map((each) => ({ mentee: id, ...each }))),
    unknown: sheet.mentees.length - mentees.length,
  };
  const away = `handed ${by} ${from}`;
  return { id: `${away} ${bond.id}`, away, to: bond.me, at: now, returns, handed };
}
