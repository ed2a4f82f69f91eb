// What the mail sources were able to see. A claim of absence needs every mailbox concerned to cover its whole window.

import type { Message } from '../thread/message.ts';
import { compareInstants, latest } from '../time/instants.ts';
import type { Source } from './source.ts';

/** Instants, `to` exclusive. */
export interface Stretch {
  from: string;
  to: string;
}

export interface Coverage {
  /** True when all of the stretch was seen, for this mentee. */
  covers(stretch: Stretch, mentee: string, mailboxes: ReadonlySet<string>): boolean;
  /** The source that went blind and has not seen again, of the mailboxes concerned. */
  blind(mailboxes: ReadonlySet<string>): { source: string; since: string } | undefined;
  /** Until when the mailboxes concerned were last seen. */
  lastSeen(mailboxes: ReadonlySet<string>): string | undefined;
}

/** Calendars and other sources say nothing about mail. */
function isMail(source: Source): boolean {
  return /(^|-)(g?mail|file)$|^(gmail|outlook)-page$|-mail-/.test(source.source);
}

/** A mailbox is known by its address; a file without one may be of any mailbox. */
function mailboxOf(source: Source): string {
  return source.address ?? (source.source === 'file' ? '*' : source.source);
}

export function readCoverage(sources: readonly Source[]): Coverage {
  const mail = sources.filter(isMail);
  const known = new Set(mail.map(mailboxOf).filter((mailbox) => mailbox !== '*'));
  const concerned = (mailboxes: ReadonlySet<string>) => {
    const named = [...mailboxes].filter((mailbox) => known.has(mailbox));
    return named.length > 0 ? named : known.size > 0 ? [...known] : ['*'];
  };
  const of = (mailbox: string) => mail.filter((source) => mailboxOf(source) === mailbox || mailboxOf(source) === '*');
  return {
    covers: (stretch, mentee, mailboxes) =>
      concerned(mailboxes).every((mailbox) => {
        const seen = of(mailbox).filter((source) => !source.people || source.people.includes(mentee));
        return coversAll(seen, stretch);
      }),
    blind: (mailboxes) => {
      for (const mailbox of concerned(mailboxes)) {
        const since = blindSince(of(mailbox));
        if (since) return since;
      }
      return undefined;
    },
    lastSeen: (mailboxes) => latest(concerned(mailboxes).flatMap((box) => of(box).map((source) => source.to))),
  };
}

function coversAll(seen: readonly Source[], stretch: Stretch): boolean {
  const inOrder = [...seen].sort((a, b) => compareInstants(a.from, b.from));
  let until = stretch.from;
  for (const source of inOrder) {
    if (compareInstants(source.from, until) > 0) break;
    until = latest([until, source.to])!;
  }
  return compareInstants(until, stretch.to) >= 0;
}

function blindSince(seen: readonly Source[]): { source: string; since: string } | undefined {
  for (const source of seen) {
    const since = source.blindSince;
    if (since && !seen.some((other) => !other.people && compareInstants(other.to, since) > 0)) {
      return { source: source.source, since };
    }
  }
  return undefined;
}

/** The mailboxes in which the messages of these threads were seen. */
export function mailboxesOf(threads: readonly { messages: readonly Message[] }[]): Set<string> {
  const mailboxes = new Set<string>();
  for (const { messages } of threads) {
    for (const { seenIn } of messages) {
      if (seenIn) for (const sighting of seenIn) mailboxes.add(mailboxOfSighting(sighting));
    }
  }
  return mailboxes;
}

function mailboxOfSighting(sighting: NonNullable<Message['seenIn']>[number]): string {
  return typeof sighting === 'string' ? sighting : (sighting.address ?? sighting.source);
}
