// Gmail's vacation responder by its settings (Discovery document gmail v1, VacationSettings): one text for everybody, times
// in milliseconds as int64, that is, as text.
import * as z from 'zod/mini';
import { makeAutoReplySession, type WantedReply } from '../auto-reply.ts';
import type { AutoReply, AutoReplySession, MailProvider } from '../mail.ts';
import { digestOf } from '../version.ts';
import { askGmail, connectGmail } from './gmail-client.ts';

const Text = z.optional(z.nullable(z.string()));
const Truth = z.optional(z.nullable(z.boolean()));
const Milliseconds = z.optional(z.nullable(z.union([z.string(), z.number()])));

const WireVacation = z.object({
  enableAutoReply: Truth,
  responseSubject: Text,
  responseBodyHtml: Text,
  responseBodyPlainText: Text,
  restrictToContacts: Truth,
  restrictToDomain: Truth,
  startTime: Milliseconds,
  endTime: Milliseconds,
});
export type WireVacation = z.infer<typeof WireVacation>;

const me = { userId: 'me' } as const;

export function openGmailAutoReply(given: Parameters<MailProvider['openAutoReply']>[0]): AutoReplySession {
  const { users } = connectGmail(given);
  return makeAutoReplySession({
    async read() {
      const kept = await askGmail(() => users.settings.getVacation(me), WireVacation);
      return { reply: await readVacation(kept), kept };
    },
    async write(wanted, kept) {
      const requestBody = composeVacation(wanted, kept);
      await askGmail(() => users.settings.updateVacation({ ...me, requestBody }), WireVacation);
    },
  });
}

export async function readVacation(wire: WireVacation): Promise<AutoReply> {
  const text = wire.responseBodyHtml || toHtml(wire.responseBodyPlainText ?? '');
  const from = readTime(wire.startTime);
  const to = readTime(wire.endTime);
  const flags = [Boolean(wire.enableAutoReply), Boolean(wire.restrictToContacts), Boolean(wire.restrictToDomain)];
  return {
    on: wire.enableAutoReply ?? false,
    ...(from && { from }),
    ...(to && { to }),
    inside: text,
    outside: wire.restrictToDomain ? '' : text,
    outsiders: wire.restrictToDomain ? 'nobody' : wire.restrictToContacts ? 'contacts' : 'everybody',
    version: await digestOf([flags, from, to, wire.responseSubject ?? '', text]),
  };
}

/** The settings are put whole: what is not ours to change, the subject among it, is sent as it stood. */
export function composeVacation({ on, from, to, inside, outside, outsiders }: WantedReply, kept: WireVacation): object {
  const toNobody = outsiders ? outsiders === 'nobody' : outside === '';
  return {
    enableAutoReply: on,
    responseSubject: kept.responseSubject ?? '',
    responseBodyHtml: toNobody ? inside : outside || inside,
    restrictToDomain: toNobody && inside !== '',
    restrictToContacts: outsiders ? outsiders === 'contacts' : Boolean(kept.restrictToContacts),
    ...(from && { startTime: String(Date.parse(from)) }),
    ...(to && { endTime: String(Date.parse(to)) }),
  };
}

function readTime(milliseconds: WireVacation['startTime']): string | undefined {
  const at = Number(milliseconds ?? 0);
  if (!Number.isSafeInteger(at) || at <= 0 || at > 253402300799000) return undefined;
  return Temporal.Instant.fromEpochMilliseconds(at).toString();
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function toHtml(text: string): string {
  return text.replace(/[&<>"]/g, (each) => entities[each]!).replace(/\r?\n/g, '<br>');
}
