// Automatic replies of Outlook: the mailbox's automaticRepliesSetting (learn.microsoft.com/graph/api/user-get-mailboxsettings).
// Enum members are read in any case, as Microsoft's own samples spell them, and written as described.
import * as z from 'zod/mini';
import { AccountProblem } from '../account.ts';
import { makeAutoReplySession, type WantedReply } from '../auto-reply.ts';
import type { AutoReply, AutoReplySession, MailProvider, Outsiders } from '../mail.ts';
import { digestOf } from '../version.ts';
import { connectGraph, connectGraphToChange } from './client.ts';
import { readInstant } from './read-time.ts';
import { GraphTime } from './wire.ts';

const Text = z.optional(z.nullable(z.string()));

const WireSetting = z.object({
  status: z.string(),
  externalAudience: Text,
  scheduledStartDateTime: z.optional(z.nullable(GraphTime)),
  scheduledEndDateTime: z.optional(z.nullable(GraphTime)),
  internalReplyMessage: Text,
  externalReplyMessage: Text,
});

const audiences: ReadonlyMap<string, Outsiders> = new Map([
  ['none', 'nobody'],
  ['contactsonly', 'contacts'],
  ['all', 'everybody'],
]);
const spelled: Record<Outsiders, string> = { nobody: 'none', contacts: 'contactsOnly', everybody: 'all' };
const states: ReadonlySet<string> = new Set(['disabled', 'alwaysenabled', 'scheduled']);

export function openMicrosoftAutoReply(given: Parameters<MailProvider['openAutoReply']>[0]): AutoReplySession {
  const ask = connectGraph(given);
  const change = connectGraphToChange(given);
  return makeAutoReplySession({
    async read() {
      const reply = await readSetting(await ask('/me/mailboxSettings/automaticRepliesSetting', 'list'));
      return { reply, kept: reply.outsiders };
    },
    async write(wanted, outsiders) {
      await change('/me/mailboxSettings', { automaticRepliesSetting: composeSetting(wanted, outsiders) });
    },
  });
}

/** @throws {AccountProblem} */
export async function readSetting(answer: unknown): Promise<AutoReply> {
  const parsed = z.safeParse(WireSetting, answer);
  const status = parsed.success ? parsed.data.status.toLowerCase() : '';
  if (!parsed.success || !states.has(status)) throw new AccountProblem('unreadable', 'no known automatic reply');
  const { scheduledStartDateTime: start, scheduledEndDateTime: end, ...wire } = parsed.data;
  const inside = wire.internalReplyMessage ?? '';
  const text = wire.externalReplyMessage ?? '';
  const from = start && readInstant(start, []);
  const to = end && readInstant(end, []);
  const outsiders = audiences.get(wire.externalAudience?.toLowerCase() ?? '') ?? 'nobody';
  return {
    on: status !== 'disabled',
    ...(status === 'scheduled' && { ...(from && { from }), ...(to && { to }) }),
    inside,
    outside: text,
    outsiders,
    version: await digestOf([status, status === 'scheduled' ? [from, to] : [], outsiders, inside, text]),
  };
}

/** What is scheduled needs both ends; what has neither is on until it is put out. */
export function composeSetting({ on, from, to, inside, outside, outsiders }: WantedReply, before?: Outsiders): object {
  if (on && Boolean(from) !== Boolean(to)) throw new AccountProblem('failed', 'a schedule needs both its ends');
  const audience = outsiders ?? (outside === '' ? 'nobody' : before === 'contacts' ? before : 'everybody');
  return {
    status: on ? (from && to ? 'scheduled' : 'alwaysEnabled') : 'disabled',
    externalAudience: spelled[audience],
    ...(from && to && { scheduledStartDateTime: inUtc(from), scheduledEndDateTime: inUtc(to) }),
    internalReplyMessage: inside,
    externalReplyMessage: outside,
  };
}

/** A local time without offset, its zone beside it. */
const inUtc = (instant: string) => ({ dateTime: instant.replace(/Z$/, ''), timeZone: 'UTC' });
