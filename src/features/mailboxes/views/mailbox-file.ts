// A mailbox file on its way in: streamed through the reader, and what is kept of it told to the worker in portions. What is
// held at a time is one portion, whatever the size of the file.
import type { Message } from '../../../domain/thread/message.ts';
import { keepWanted, type Wanted } from '../wanted.ts';
import { type CoverCount, countCover, type FileCover } from './file-cover.ts';

export interface MailFileProblem {
  code: 'no-sender' | 'no-date' | 'unreadable' | 'not-a-mailbox';
  /** Which message of the file, from 1. */
  message: number;
  /** Where it begins, in bytes. */
  at: number;
}

interface ReadOptions {
  people: ReadonlySet<string>;
  onProblem: (problem: MailFileProblem) => void;
  onMerge: (thread: string, into: string) => void;
  /** Told of every message read, wanted or not, before it is given. */
  onMessage: (sentAt: string, from: string) => void;
}

/** Reads a mailbox's bytes, message by message. */
export type ReadMailbox = (bytes: AsyncIterable<Uint8Array>, options: ReadOptions) => AsyncIterable<Message>;

export interface Counts {
  added: number;
  changed: number;
  same: number;
}

export interface MailPortion {
  name: string;
  messages: Message[];
  merged: [string, string][];
  last?: FileCover;
}

/** Stores a portion; null when it could not be. */
export type StorePortion = (portion: MailPortion) => Promise<Counts | null>;

export interface MailFileRead {
  name: string;
  counts: Counts;
  /** Messages read, and of these kept. */
  read: number;
  kept: number;
  cover?: FileCover;
  /** The first of them; `broken` counts all. */
  problems: MailFileProblem[];
  broken: number;
}

export type MailOutcome =
  | ({ state: 'done' | 'stopped' | 'cut-off' } & MailFileRead)
  | { state: 'refused'; name: string; code: 'empty' | 'not-a-mailbox' | 'unreadable' | 'not-stored' };

export interface MailImport {
  file: File;
  wanted: Wanted;
  now: string;
  read: ReadMailbox;
  store: StorePortion;
  /** From 0 to 1. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

const PORTION = 500;
/** More broken messages than these are counted, and not listed one by one. */
export const MOST_LISTED = 1000;
const HEAD = 65_536;
const headLine =
  /^(>?from |[\w-]*(from|to|date|subject|received|message-id|return-path|mime-version|content-type)\s*:)/im;

export async function importMailbox(task: MailImport): Promise<MailOutcome> {
  const { name, size } = task.file;
  if (size === 0) return { state: 'refused', name, code: 'empty' };
  const head = await task.file
    .slice(0, HEAD)
    .arrayBuffer()
    .catch(() => null);
  if (!head) return { state: 'refused', name, code: 'unreadable' };
  if (!headLine.test(new TextDecoder('latin1').decode(head))) return { state: 'refused', name, code: 'not-a-mailbox' };
  return new Import(task).run();
}

class NotStored extends Error {}
/** The file could not be read further: it was moved, or its disk is gone. */
class CutOff extends Error {}

/** The state of one import, from its first byte to its last portion. */
class Import {
  readonly #task: MailImport;
  readonly #cover: CoverCount;
  readonly #result: MailFileRead;
  /** Threads that the worker was told of: only their joining is news to it. */
  readonly #told = new Set<string>();
  #messages: Message[] = [];
  #merged: [string, string][] = [];

  constructor(task: MailImport) {
    this.#task = task;
    this.#cover = countCover(task.wanted.own, task.now);
    const counts = { added: 0, changed: 0, same: 0 };
    this.#result = { name: task.file.name, counts, read: 0, kept: 0, problems: [], broken: 0 };
  }

  async run(): Promise<MailOutcome> {
    const { file, read, wanted, signal } = this.#task;
    const bytes = this.#bytesOf(file);
    try {
      for await (const message of read(bytes, { people: wanted.people, ...this.#listeners })) {
        if (signal.aborted) break;
        await this.#take(message);
      }
      return await this.#end();
    } catch (problem) {
      const isStored = problem instanceof CutOff && (await this.#storeRest());
      if (isStored) return { state: 'cut-off', ...this.#result };
      if (!(problem instanceof CutOff || problem instanceof NotStored)) throw problem;
      return { state: 'refused', name: file.name, code: 'not-stored' };
    }
  }

  readonly #listeners = {
    onProblem: (problem: MailFileProblem) => {
      this.#result.broken += 1;
      if (this.#result.problems.length < MOST_LISTED) this.#result.problems.push(problem);
    },
    onMerge: (thread: string, into: string) => {
      if (!this.#told.has(thread)) return;
      this.#told.add(into);
      this.#merged.push([thread, into]);
    },
    onMessage: (sentAt: string, from: string) => {
      this.#result.read += 1;
      this.#cover.add(sentAt, from);
    },
  };

  async *#bytesOf(file: File): AsyncGenerator<Uint8Array> {
    const { onProgress, signal } = this.#task;
    const reader = file.stream().getReader();
    const readNext = () => reader.read().catch(() => Promise.reject(new CutOff()));
    let done = 0;
    try {
      for (let next = await readNext(); !next.done; next = await readNext()) {
        if (signal.aborted) return;
        yield next.value;
        done += next.value.length;
        onProgress(done / file.size);
      }
    } finally {
      await reader.cancel().catch(() => undefined);
    }
  }

  async #take(message: Message): Promise<void> {
    const [kept] = keepWanted([message], this.#task.wanted);
    if (!kept) return;
    this.#result.kept += 1;
    this.#told.add(kept.threadId);
    this.#messages.push(kept);
    if (this.#messages.length >= PORTION) await this.#send();
  }

  async #end(): Promise<MailOutcome> {
    const cover = this.#cover.cover();
    const { read, broken, problems, name } = this.#result;
    if (this.#task.signal.aborted) {
      await this.#send();
      return { state: 'stopped', ...this.#result };
    }
    const isNone = read === 0 && (broken === 0 || problems[0]?.code === 'not-a-mailbox');
    if (isNone) return { state: 'refused', name, code: 'not-a-mailbox' };
    await this.#send(cover);
    return { state: 'done', ...this.#result, ...(cover && { cover }) };
  }

  /** False where it could not be. */
  #storeRest(): Promise<boolean> {
    return this.#send().then(
      () => true,
      () => false,
    );
  }

  async #send(last?: FileCover): Promise<void> {
    if (this.#messages.length === 0 && this.#merged.length === 0 && !last) return;
    const { file, store } = this.#task;
    const portion = { name: file.name.slice(0, 300), messages: this.#messages, merged: this.#merged };
    [this.#messages, this.#merged] = [[], []];
    const counts = await store({ ...portion, ...(last && { last }) });
    if (!counts) throw new NotStored();
    for (const key of ['added', 'changed', 'same'] as const) this.#result.counts[key] += counts[key];
  }
}
