// Notification mail of a mentoring platform, credited to the mentee whose words it announces (P12). Only a sender that the
// programme lists counts, and only a subject (or a name it is sent under) that names one mentee in full.
import type { Person } from '../people/person.ts';
import { isSameName } from '../people/same-name.ts';
import type { Platform, Programme } from '../programme/programme.ts';
import type { Message } from './message.ts';

export interface PlatformMail {
  platform: string;
  mentee: Person;
}

/** `mentees` are those of the programme's relationships. Null where it is none, or does not tell whose it is. */
export function readPlatformMail(
  { from, subject }: Pick<Message, 'from' | 'subject'>,
  { platforms = [] }: Pick<Programme, 'platforms'>,
  mentees: readonly Person[],
): PlatformMail | null {
  for (const platform of platforms) {
    if (!isSender(from.email, platform)) continue;
    const names = [subject, from.name ?? ''].flatMap((text) => readNames(text, platform));
    const named = mentees.filter((mentee) => names.some((name) => isSameName(name, mentee.name)));
    const [mentee] = named;
    if (mentee && named.length === 1 && mentee.emails.length > 0) return { platform: platform.name, mentee };
  }
  return null;
}

/**
 * The message as its mentee's own: it opens the same clock, and says which way it came. Whether it asks for something was
 * judged by the platform's words, so that goes.
 */
export function creditMessage(message: Message, { platform, mentee }: PlatformMail): Message {
  const { kindGuessed: _, asks: _asks, asksReason: _reason, ...rest } = message;
  const from = { name: mentee.name, email: mentee.emails[0]!.toLowerCase() };
  return { ...rest, from, kind: 'personal', kindReason: 'platform', via: platform };
}

const isSender = (email: string, { senders }: Platform) =>
  senders.some((sender) => isSentFrom(email.toLowerCase(), sender.toLowerCase()));

/** Whether an address is the one that is listed, or of the domain that is (`@platform.example`, with those below it). */
export function isSentFrom(email: string, listed: string): boolean {
  if (!listed.startsWith('@')) return email === listed;
  return email.endsWith(listed) || email.endsWith(`.${listed.slice(1)}`);
}

function readNames(text: string, { name, patterns }: Platform): string[] {
  const plain = text.replace(/^(\s*\[[^\]]*\]\s*)+/, '').trim();
  const via = name !== '' && new RegExp(`^(.{1,300}?) (?:via|on|\\() ?${escapeText(name)}\\)?$`, 'i').exec(plain)?.[1];
  const named = patterns.flatMap((pattern) => toExpression(pattern, name).exec(plain)?.[1] ?? []);
  return via ? [...named, via] : named;
}

const escapeText = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The pattern from start to end; "on" or "via" the platform may follow, and punctuation. */
function toExpression(pattern: string, platform: string): RegExp {
  const [before = '', ...after] = pattern.split('{name}');
  const words = [before, after.join('{name}')].map((part) => escapeText(part).replace(/\s+/g, '\\s+'));
  return new RegExp(
    `^${words.join('(.{1,300}?)')}(?:\\s+(?:on|via|in|sur|chez)\\s+${escapeText(platform)})?[\\s.!:]*$`,
    'iu',
  );
}
