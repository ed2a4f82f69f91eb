// Setting an account's automatic reply for an absence, and putting back what stood before. Written only over what was
// read; read again after; where that can't be made sure, what stood before is put back at once.
import { AccountProblem, type AccountProblemCode } from '../../accounts/account.ts';
import type { AutoReply, AutoReplySession } from '../../accounts/mail.ts';
import type { Away, SetReply } from '../../domain/away/away.ts';
import type { Account } from '../../domain/meeting/calendar.ts';
import { compareInstants } from '../../domain/time/instants.ts';
import { LedgerError } from '../../ledger/ledger.ts';
import type { CalendarsDeps } from '../calendars/deps.ts';
import type { SetOutcome } from './contract.ts';
import { withReplies } from './reply-session.ts';
import type { ReplySetter } from './reply-setter.ts';
import { saysSame, toHtml, toPlain } from './reply-text.ts';
import { scheduleOf } from './reply-times.ts';

type Wanted = Omit<AutoReply, 'version'>;
type Code = Extract<SetOutcome, { done: false }>['code'];

const codes: Partial<Record<AccountProblemCode, Code>> = {
  'changed-meanwhile': 'changed-meanwhile',
  'scope-missing': 'scope-missing',
  refused: 'scope-missing',
  'closed-by-person': 'scope-missing',
  'signed-out': 'signed-out',
  offline: 'offline',
  'no-answer': 'no-answer',
  'not-configured': 'not-configured',
};

/** `findClient` of these gives the client that may ask for mail settings. */
export function makeReplySetter(deps: CalendarsDeps): ReplySetter {
  return {
    async readReply(account) {
      try {
        const { found, kept } = await findAccount(deps, account);
        const reply = await withReplies(deps, found, false, (session) => session.read());
        return { state: composeState(account, reply, kept, deps.now()), outcome: { done: true } };
      } catch (error) {
        return { outcome: toOutcome(deps, error) };
      }
    },
    async setReply({ away, account, inside, outside, over }) {
      const before = away.replies ?? [];
      try {
        const { found, kept, zone } = await findAccount(deps, account);
        const wanted = { on: true, ...scheduleOf(away, zone), inside: toHtml(inside), outside: toHtml(outside) };
        const own = before.find((each) => each.account === account && !each.restoredAt);
        const set = await withReplies(deps, found, true, (session) =>
          setIn(session, { wanted, over, own, kept, now: deps.now() }),
        );
        const record: SetReply = { account, at: set.same ? own!.at : deps.now(), ...set.kept };
        return { outcome: { done: true }, replies: [...before.filter((each) => each !== own), record] };
      } catch (error) {
        return { outcome: toOutcome(deps, error), replies: before };
      }
    },
    async restore({ replies = [] }) {
      const restored: SetReply[] = [];
      let outcome: SetOutcome = { done: true };
      for (const reply of replies) {
        const put = reply.restoredAt ? reply : await restoreOne(deps, reply);
        if (put.problem && !put.restoredAt) outcome = { done: false, code: put.problem.code as Code };
        restored.push(put);
      }
      return { outcome, replies: restored };
    },
  };
}

interface Setting {
  wanted: Wanted;
  over: boolean;
  /** What this absence has set in the account already. */
  own: SetReply | undefined;
  /** What any absence has set there. */
  kept: readonly SetReply[];
  now: string;
}

async function setIn(session: AutoReplySession, { wanted, over, own, kept, now }: Setting) {
  const present = await session.read();
  const ours = kept.find(({ version }) => version === present.version);
  if (isActive(present, now) && !ours && !over)
    throw new AccountProblem('changed-meanwhile', 'another one is set, and nobody said to replace it');
  const before = ours?.before ?? keep(present);
  if (own && own.version === present.version && isSame(present, wanted))
    return { same: true, kept: { version: present.version, before: own.before } };
  const { version } = await writeOrUndo(session, wanted, present);
  return { same: false, kept: { version, before } };
}

/** Nothing stays half set: what may have been written and does not stand as wanted is taken back. */
async function writeOrUndo(session: AutoReplySession, wanted: Wanted, present: AutoReply): Promise<AutoReply> {
  try {
    const written = await session.write(wanted, present.version);
    if (isSame(written, wanted)) return written;
    throw new AccountProblem('failed', 'the provider kept something else');
  } catch (error) {
    if (error instanceof AccountProblem && error.code === 'changed-meanwhile') throw error;
    const now = await session.read().catch(() => null);
    if (now && isSame(now, wanted)) return now;
    if (now && now.version !== present.version)
      await session.write(withoutVersion(present), now.version).catch(() => undefined);
    throw error;
  }
}

/** What somebody else changed since is theirs; what they turned off needs nothing more. */
async function restoreOne(deps: CalendarsDeps, reply: SetReply): Promise<SetReply> {
  const { problem: _, ...rest } = reply;
  const failed = (code: Code): SetReply => ({ ...rest, problem: { code, at: deps.now() } });
  try {
    const { found } = await findAccount(deps, reply.account);
    await withReplies(deps, found, true, async (session) => {
      const present = await session.read();
      if (present.version === reply.version) await session.write(stillHolding(reply.before, deps.now()), reply.version);
      else if (isActive(present, deps.now())) throw new AccountProblem('changed-meanwhile', 'it is not ours any more');
    });
    return { ...rest, restoredAt: deps.now() };
  } catch (error) {
    const outcome = toOutcome(deps, error);
    return outcome.done ? rest : failed(outcome.code);
  }
}

/** One whose time has passed is off: no provider is asked to schedule the past. */
function stillHolding({ on, from, to, inside, outside, outsiders }: SetReply['before'], now: string): Wanted {
  const texts = { inside, outside, ...(outsiders && { outsiders }) };
  const times = { ...(from && { from }), ...(to && { to }) };
  return isActive({ on, ...times }, now) ? { on, ...times, ...texts } : { on: false, ...texts };
}

const isActive = ({ on, to }: Pick<AutoReply, 'on' | 'to'>, now: string): boolean =>
  on && (to === undefined || compareInstants(to, now) > 0);

function isSame(present: AutoReply, wanted: Wanted): boolean {
  const isNear = (a = '', b = '') => a === b || Math.abs(Date.parse(a) - Date.parse(b)) < 60_000;
  const texts = saysSame(present.inside, wanted.inside) && saysSame(present.outside, wanted.outside);
  // Where one text answers everybody, it is the one for outside.
  const isOneText = saysSame(present.inside, present.outside) && saysSame(present.outside, wanted.outside);
  return (
    present.on === wanted.on &&
    isNear(present.from, wanted.from) &&
    isNear(present.to, wanted.to) &&
    (texts || isOneText)
  );
}

const withoutVersion = ({ version: _, ...rest }: AutoReply): Wanted => rest;
const keep = (reply: AutoReply): SetReply['before'] => withoutVersion(reply);

function composeState(account: string, reply: AutoReply, kept: readonly SetReply[], now: string) {
  const { from, to, inside, outside, version } = reply;
  const ours = kept.some((each) => each.version === version);
  const text = toPlain(inside || outside);
  return { account, on: isActive(reply, now), ours, ...(from && { from }), ...(to && { to }), text };
}

/** The account, what was set in it for any absence and not put back, and the mentor's zone. */
async function findAccount(deps: CalendarsDeps, account: string) {
  const ledger = await deps.open();
  const found: Account | undefined = await ledger.get('accounts', account);
  if (!found) throw new AccountProblem('not-configured', 'no such account');
  const [absences, settings, relationships] = await Promise.all([
    ledger.getAll('away'),
    ledger.get('settings', 'settings'),
    ledger.getAll('relationships'),
  ]);
  const kept = absences.flatMap(({ replies = [] }: Away) => replies);
  return {
    found,
    kept: kept.filter((each) => each.account === account && !each.restoredAt),
    zone: settings?.zone ?? relationships[0]?.zone ?? deps.zone,
  };
}

function toOutcome(deps: CalendarsDeps, error: unknown): SetOutcome {
  if (error instanceof LedgerError) throw error;
  if (!(error instanceof AccountProblem)) deps.report(error);
  return { done: false, code: (error instanceof AccountProblem && codes[error.code]) || 'failed' };
}
