// The records that the messages of one transaction concern, by what tells them apart.

import {
  isOnlyInFiles,
  isSameMessage,
  joinMessage,
  type KnownMessage,
  messageKeys,
  moveMessage,
  nearKeys,
  renameThread,
  secondsBetween,
  threadKey,
} from '../domain/thread/merge-message.ts';
import { Rank, rankOf, sightingOf } from '../domain/thread/merge-told.ts';
import type { Message } from '../domain/thread/message.ts';
import { compareInstants } from '../domain/time/instants.ts';
import { decodeMessage, encodeMessage, type Row, sameOf } from './codec.ts';
import type { Directory } from './directory.ts';
import { nameChange } from './joined.ts';
import type { EventCounts } from './ledger.ts';
import type { Desk } from './shelf.ts';
import { isSame } from './writes.ts';

interface Entry {
  /** As it is stored. */
  before: KnownMessage | null;
  now: KnownMessage | null;
  keys: ReturnType<typeof messageKeys>;
}

export class MessageBatch {
  /** Ids that are no longer records' own, with the id of what they became. */
  readonly replaced = new Map<string, string>();
  readonly #desk: Desk;
  readonly #directory: Directory;
  readonly #entries = new Map<string, Entry>();
  readonly #bySame = new Map<string, Entry>();
  readonly #byNear = new Map<string, Set<Entry>>();

  constructor(desk: Desk, directory: Directory) {
    this.#desk = desk;
    this.#directory = directory;
  }

  /** What is stored that these may be. */
  async load(put: readonly Message[]): Promise<void> {
    const keys = new Set(put.flatMap((seen) => [...messageKeys({ message: seen, told: [] }).same, ...nearKeys(seen)]));
    if (keys.size > 0) this.#add(await this.#directory.find(this.#desk, [...keys]));
    // A page knows an account's message by another id, so it is looked for where it stands.
    const threads = new Set(put.filter((seen) => rankOf(seen) === Rank.page).map(({ threadId }) => threadId));
    for (const rows of await Promise.all([...threads].map((id) => this.#desk.by('messages', 'thread', id))))
      this.#add(rows);
  }

  put(seen: Message): void {
    const { same } = messageKeys({ message: seen, told: [] });
    const found = new Set(same.flatMap((key) => this.#bySame.get(key) ?? []).filter(({ now }) => now));
    const alike = this.#findAlike(seen, found);
    if (alike) found.add(alike);
    const known = [...found].flatMap(({ now }) => now ?? []);
    const now = joinMessage(known, seen);
    for (const { message } of known) if (message.id !== now.message.id) this.#replace(message.id, now.message.id);
    this.#set(this.#entries.get(now.message.id)?.before ?? null, now);
  }

  async rename(thread: string, into: string): Promise<void> {
    this.#add(await this.#desk.by('messages', 'same', threadKey(thread)));
    for (const { before, now } of [...this.#entries.values()]) {
      if (now && threadsOf(now).includes(thread)) this.#set(before, renameThread(now, thread, into));
    }
  }

  /**
   * What files linked stands together: in the thread of a page or an account, where one of it was seen there, and under
   * one name of the file's own where not.
   */
  async settleThreads(): Promise<void> {
    const left = new Set(this.changed().flatMap(({ now }) => (now ? threadsOf(now) : [])));
    while (left.size > 0) {
      const members = await this.#gather([...left][0]!, left);
      const inFiles = members.filter(({ now }) => isOnlyInFiles(now!));
      const target = findThread(members) ?? members.flatMap(({ now }) => threadsOf(now!)).sort()[0]!;
      const moved = inFiles.filter(({ now }) => now!.message.threadId !== target);
      for (const { before, now } of moved) this.#set(before, moveMessage(now!, target));
      await this.#joinMoved(moved.map(({ now }) => now!.message.id));
    }
  }

  /** Every record that the file's links connect with this thread; takes what it finds out of `left`. */
  async #gather(thread: string, left: Set<string>): Promise<Entry[]> {
    const names = new Set([thread]);
    const members = new Set<Entry>();
    for (const name of names) {
      left.delete(name);
      this.#add(await this.#desk.by('messages', 'same', threadKey(name)));
      for (const entry of this.#entries.values()) {
        if (!entry.now || !threadsOf(entry.now).includes(name)) continue;
        members.add(entry);
        for (const other of threadsOf(entry.now)) names.add(other);
      }
    }
    return [...members];
  }

  /** In the thread they came to, a page may have told of them already. */
  async #joinMoved(ids: readonly string[]): Promise<void> {
    const moved = ids.map((id) => this.#entries.get(id)!.now!.message);
    await this.load(moved);
    for (const message of moved) this.put(message);
  }

  changed(): Entry[] {
    return [...this.#entries.values()].filter(({ before, now }) => now !== before && !isSame(before, now));
  }

  async write(): Promise<EventCounts> {
    const counts = { added: 0, changed: 0, same: 0, removed: 0 };
    const rows: Row[] = [];
    const done: Promise<unknown>[] = [];
    for (const [id, { before, now, keys }] of this.#entries) {
      const change = nameChange(before, now, essence);
      if (!change) continue;
      counts[change]++;
      if (now && isSame(before, now)) continue;
      const same = now && sameOf(keys);
      this.#directory.note(id, before ? sameOf(messageKeys(before)) : [], same);
      if (now) rows.push(encodeMessage(now, same!));
      else done.push(this.#desk.remove('messages', id));
    }
    if (rows.length + done.length === 0) return counts;
    await Promise.all([...done, this.#desk.putAll('messages', rows), this.#directory.sign(this.#desk)]);
    return counts;
  }

  #add(rows: readonly unknown[]): void {
    for (const row of rows) {
      const known = this.#entries.has((row as Row).id) ? null : decodeMessage(row);
      if (known) this.#set(known, known);
    }
  }

  #set(before: KnownMessage | null, now: KnownMessage): void {
    const entry = this.#entries.get(now.message.id) ?? { before, now, keys: messageKeys(now) };
    Object.assign(entry, { now, keys: messageKeys(now) });
    this.#entries.set(now.message.id, entry);
    for (const key of entry.keys.same) this.#bySame.set(key, entry);
    for (const key of entry.keys.near) this.#byNear.set(key, (this.#byNear.get(key) ?? new Set()).add(entry));
  }

  #replace(id: string, by: string): void {
    this.#entries.get(id)!.now = null;
    this.replaced.set(id, by);
  }

  /** The nearest in time of those that may be it and are none of these. */
  #findAlike(seen: Message, found: ReadonlySet<Entry>): Entry | undefined {
    const isPage = rankOf(seen) === Rank.page;
    const near = isPage ? this.#entries.values() : nearKeys(seen).flatMap((key) => [...(this.#byNear.get(key) ?? [])]);
    const known = [...found].flatMap(({ now }) => now ?? []);
    const isIt = ({ now }: Entry) =>
      now !== null && isSameMessage(now, seen) && known.every((each) => !areTwo(each, now));
    const distance = ({ now }: Entry) => secondsBetween(now!.message, seen);
    return [...near]
      .filter((entry) => !found.has(entry) && isIt(entry))
      .sort((a, b) => distance(a) - distance(b) || (a.now!.message.id < b.now!.message.id ? -1 : 1))[0];
  }
}

/** Two records that one place told of, or whose Message-IDs differ, are two messages. */
function areTwo(a: KnownMessage, b: KnownMessage): boolean {
  const [left, right] = [a.message.internetMessageId, b.message.internetMessageId];
  if (left !== undefined && right !== undefined && left !== right) return true;
  const places = new Set(placesOf(a));
  return placesOf(b).some((place) => places.has(place));
}

function placesOf({ message }: KnownMessage): string[] {
  return (message.seenIn ?? []).map((each) =>
    typeof each === 'string' ? each : `${each.source} ${each.source === 'file' ? '' : (each.address ?? '')}`,
  );
}

/** The threads that files tell it belongs to. */
function threadsOf({ message, told }: KnownMessage): string[] {
  return (told.length > 0 ? told : [message]).flatMap((telling) => sightingOf(telling)?.thread ?? []);
}

/** The thread of whatever of it a page or an account told, the earliest where they differ. */
function findThread(members: readonly Entry[]): string | undefined {
  const placed = members.filter(({ now }) => !isOnlyInFiles(now!)).map(({ now }) => now!.message);
  const order = placed.sort((a, b) => compareInstants(a.sentAt, b.sentAt) || (a.threadId < b.threadId ? -1 : 1));
  return order[0]?.threadId;
}

/** When and under which name of a file's it was seen is no news. */
function essence({ message }: KnownMessage): unknown {
  return { ...message, seenIn: message.seenIn?.map((each) => (typeof each === 'string' ? each : each.source)) };
}
