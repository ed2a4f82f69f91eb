// One message that several places tell of (a page, an account, a file) is one record. What each place told is kept apart,
// so that the record follows from all of them and never from the order they came in.
import { compareInstants } from '../time/instants.ts';
import { baseSubject } from './base-subject.ts';
import { joinTold, placeOf, Rank, rankOf, type SeenIn, sightingOf } from './merge-told.ts';
import type { Message } from './message.ts';

/** A record, and what each place told where several did: messages with one sighting each. */
export interface KnownMessage {
  message: Message;
  told: readonly Message[];
}

const SAME_WITHIN_SECONDS = 120;

/** What a place that shows no header may say two minutes off. Two records with a key in common may be one message. */
export interface MessageKeys {
  /** Records that share one of these are one message. */
  same: string[];
  /** Records that share one of these may be one, which `isSameMessage` decides. */
  near: string[];
  /** Threads as files tell them: their messages belong together. */
  threads: string[];
}

export function messageKeys(known: KnownMessage): MessageKeys {
  const told = tellings(known);
  const same = new Set([`id ${known.message.id}`]);
  const threads = new Set<string>();
  for (const telling of told) {
    same.add(`id ${telling.id}`);
    if (telling.internetMessageId) same.add(`mid ${telling.internetMessageId}`);
    const thread = sightingOf(telling)?.thread;
    if (thread !== undefined) threads.add(threadKey(thread));
  }
  const isKnownWell = told.some((telling) => rankOf(telling) === Rank.account);
  return { same: [...same], near: isKnownWell ? [] : told.flatMap(nearKeys), threads: [...threads] };
}

export const threadKey = (thread: string): string => `thread ${thread}`;

/** Any two instants within two minutes share one of two buckets of four, of which each begins where the other is half. */
export function nearKeys({ from, sentAt, subject }: Message): string[] {
  const seconds = Date.parse(sentAt) / 1000;
  const width = 2 * SAME_WITHIN_SECONDS;
  const about = `${from.email} ${baseSubject(subject)}`;
  return [0, SAME_WITHIN_SECONDS].map((shift) => `near ${shift} ${Math.floor((seconds + shift) / width)} ${about}`);
}

/**
 * Whether a message that shares no id with what is known is that one all the same: at most one of the two names its
 * Message-ID, no place tells of both, one person wrote them within two minutes under one subject, and in one thread; or,
 * where a file made up its own threads, to the same people.
 */
export function isSameMessage(known: KnownMessage, seen: Message): boolean {
  const { message } = known;
  const told = tellings(known);
  if (message.internetMessageId !== undefined && seen.internetMessageId !== undefined) return false;
  if (told.some((telling) => placeOf(telling) === placeOf(seen))) return false;
  if (message.from.email !== seen.from.email || secondsBetween(message, seen) > SAME_WITHIN_SECONDS) return false;
  if (baseSubject(message.subject) !== baseSubject(seen.subject)) return false;
  if (message.threadId === seen.threadId) return true;
  return (told.every(isFromFile) || isFromFile(seen)) && haveSameRecipients(message, seen);
}

export function secondsBetween(a: Message, b: Message): number {
  return Math.abs(Date.parse(a.sentAt) - Date.parse(b.sentAt)) / 1000;
}

const isFromFile = (telling: Message): boolean => rankOf(telling) === Rank.file;

/** True while only files told of it: then its thread is one that they made up. */
export function isOnlyInFiles(known: KnownMessage): boolean {
  return tellings(known).every(isFromFile);
}

function haveSameRecipients(a: Message, b: Message): boolean {
  const [left, right] = [a, b].map(({ to, cc }) => [...to, ...cc].map(({ email }) => email).sort());
  return left!.length > 0 && left!.join(' ') === right!.join(' ');
}

/** What is known once a place told `seen`. Several known records that turn out to be one become one of them. */
export function joinMessage(known: readonly KnownMessage[], seen: Message): KnownMessage {
  const places = new Map<string, Message>();
  for (const telling of [...known.flatMap(tellings), ...tellings({ message: seen, told: [] })]) {
    const place = placeOf(telling);
    const before = places.get(place);
    places.set(place, before ? joinTold([before, telling]) : telling);
  }
  return compose(firstOf(known)?.message.id ?? seen.id, [...places.values()]);
}

/** A record whose messages turned out to stand in another thread. */
export function moveMessage({ message, told }: KnownMessage, threadId: string): KnownMessage {
  return { message: { ...message, threadId }, told };
}

/** A file's thread turned out to be another. */
export function renameThread(known: KnownMessage, thread: string, into: string): KnownMessage {
  const rename = (telling: Message): Message => ({
    ...telling,
    ...(telling.threadId === thread && { threadId: into }),
    ...(telling.seenIn && { seenIn: telling.seenIn.map((each) => renamed(each, thread, into)) }),
  });
  return { message: rename(known.message), told: known.told.map(rename) };
}

function renamed(sighting: SeenIn, thread: string, into: string): SeenIn {
  return typeof sighting !== 'string' && sighting.thread === thread ? { ...sighting, thread: into } : sighting;
}

function tellings({ message, told }: KnownMessage): readonly Message[] {
  if (told.length > 0) return told;
  const seenIn = message.seenIn ?? [];
  if (seenIn.length <= 1) return [message];
  return seenIn.map((sighting) => {
    const id = typeof sighting === 'string' ? undefined : sighting.id;
    return { ...message, ...(id && { id }), seenIn: [sighting] };
  });
}

/** The record that is kept keeps its id: one that people could act on in a page before an account's, a file's last. */
function firstOf(known: readonly KnownMessage[]): KnownMessage | undefined {
  const order = [Rank.page, Rank.account, Rank.file];
  const place = (each: KnownMessage) => Math.min(...tellings(each).map((telling) => order.indexOf(rankOf(telling))));
  return known.toSorted((a, b) => place(a) - place(b) || (a.message.id < b.message.id ? -1 : 1))[0];
}

function compose(id: string, told: Message[]): KnownMessage {
  const [only] = told;
  if (told.length === 1 && only!.id === id) return { message: only!, told: [] };
  const order = told.toSorted((a, b) => rankOf(b) - rankOf(a) || comparePlaces(a, b));
  const seenIn = order.flatMap((telling) => sightingsUnder(id, telling));
  return { message: { ...joinTold(order), id, seenIn }, told: order };
}

function sightingsUnder(id: string, telling: Message): SeenIn[] {
  return (telling.seenIn ?? []).map((sighting) => {
    if (typeof sighting === 'string') return sighting;
    const { id: _, ...place } = sighting;
    return telling.id === id ? place : { ...place, id: telling.id };
  });
}

function comparePlaces(a: Message, b: Message): number {
  const [left, right] = [sightingOf(a), sightingOf(b)];
  return compareInstants(left?.at ?? '', right?.at ?? '') || (placeOf(a) < placeOf(b) ? -1 : 1);
}
