// What several tellings of one message come to, field by field: an account's word before a file's, a file's before a
// page's, and what one of them does not show from the next that does.
import { compareInstants, earliest } from '../time/instants.ts';
import type { Message } from './message.ts';

export type SeenIn = NonNullable<Message['seenIn']>[number];

/** Whose word about a message is the better one. */
export const Rank = { page: 0, file: 1, account: 2 } as const;
export type Rank = (typeof Rank)[keyof typeof Rank];

export function rankOf(telling: Message): Rank {
  const [sighting] = telling.seenIn ?? [];
  if (sighting === undefined) return Rank.page;
  const source = typeof sighting === 'string' ? sighting : sighting.source;
  if (source.endsWith('-page')) return Rank.page;
  return /(^|-)file$/.test(source) ? Rank.file : Rank.account;
}

export function sightingOf({ seenIn }: Message): Exclude<SeenIn, string> | undefined {
  const [sighting] = seenIn ?? [];
  return typeof sighting === 'object' ? sighting : undefined;
}

/** A page or account with its address, or all files together. */
export function placeOf(telling: Message): string {
  const [sighting] = telling.seenIn ?? [];
  if (sighting === undefined) return '';
  if (typeof sighting === 'string') return `${sighting} `;
  return rankOf(telling) === Rank.file ? 'file ' : `${sighting.source} ${sighting.address ?? ''}`;
}

/** Tellings of one message as one, whatever order they are given in. The first sighting of a place is what stays of it. */
export function joinTold(told: readonly Message[]): Message {
  const order = told.toSorted((a, b) => rankOf(b) - rankOf(a) || fullness(b) - fullness(a) || compareText(a, b));
  const best = order[0]!;
  const first = (is: (each: Message) => boolean) => order.find(is) ?? best;
  const { to, cc } = first((each) => each.to.length + each.cc.length > 0);
  const { subject } = first((each) => each.subject !== '');
  const { threadId, threadGuessed } = first((each) => rankOf(each) !== Rank.file);
  const { internetMessageId } = first((each) => each.internetMessageId !== undefined);
  const judged = order.find((each) => each.asks !== undefined) ?? first((each) => each.asksReason !== undefined);
  const { asks, asksReason } = judged;
  const { threadGuessed: _guessed, kindGuessed: _kind, kindReason: _reason, asksReason: _asks, ...rest } = best;
  return {
    ...rest,
    threadId,
    from: nameOf(order),
    to,
    cc,
    subject,
    ...pickKind(order),
    ...(threadGuessed && { threadGuessed }),
    ...(internetMessageId !== undefined && { internetMessageId }),
    ...(asks !== undefined && { asks }),
    ...(asksReason !== undefined && { asksReason }),
    ...(best.seenIn && { seenIn: [firstSighting(order)] }),
  };
}

function nameOf(order: readonly Message[]): Message['from'] {
  const { from } = order[0]!;
  const name = from.name ?? order.find((each) => each.from.email === from.email && each.from.name)?.from.name;
  return name ? { name, email: from.email } : from;
}

/** Header fields that tell of a machine are better than their absence, and both better than a guess from words. */
function pickKind(order: readonly Message[]): Pick<Message, 'kind' | 'kindGuessed' | 'kindReason'> {
  const known = order.filter(({ kindReason, kindGuessed }) => kindReason !== undefined && !kindGuessed);
  const { kind, kindGuessed, kindReason } =
    known.find((each) => each.kindReason !== 'person') ??
    known[0] ??
    order.find((each) => each.kindGuessed) ??
    order[0]!;
  return { kind, ...(kindGuessed && { kindGuessed }), ...(kindReason !== undefined && { kindReason }) };
}

/** Of two looks at one place, the one that shows more. */
function fullness({ to, cc, subject, asks, sentAt, from }: Message): number {
  const facts = [to.length + cc.length > 0, asks !== undefined, !sentAt.endsWith(':00Z'), subject !== '', from.name];
  return facts.filter(Boolean).length;
}

function compareText(a: Message, b: Message): number {
  const [left, right] = [a, b].map(({ seenIn: _, ...facts }) => JSON.stringify(facts));
  return left === right ? 0 : left! < right! ? -1 : 1;
}

function firstSighting(order: readonly Message[]): SeenIn {
  const sightings = order.flatMap((each) => each.seenIn?.[0] ?? []);
  const at = earliest(sightings.map((each) => (typeof each === 'string' ? undefined : each.at)));
  const threads = sightings.flatMap((each) => (typeof each === 'string' ? [] : (each.thread ?? [])));
  const first = sightings.find((each) => typeof each !== 'string' && compareInstants(each.at, at!) === 0);
  if (typeof first !== 'object') return sightings[0]!;
  return threads.length > 0 ? { ...first, thread: threads.sort()[0]! } : first;
}
