// Kind, threading and turn over real mail, against the labels that came with it. Prints a table of counts; never a name.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import type { Message } from '../../src/domain/thread/message.ts';
import { turn } from '../../src/domain/thread/turn.ts';
import { readMailbox } from '../../src/files/mailbox.ts';
import { describeWithShared, sharedPath } from '../shared.ts';

interface LabelledMail {
  file: string;
  label: string;
}

interface TruthMessage {
  file: string;
  message_id: string;
  address: string;
  person: string;
  human: boolean;
}

interface TruthThread {
  thread: string;
  messages: TruthMessage[];
  end_state?: Record<string, { owes_since: string | null }>;
}

const corpora = sharedPath('corpora') ?? '';
const threadFolders = ['mentoring-iio-gsoc', 'threads-open-iscsi-googlegroup', 'threads-usrp-users'];

function walk(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? walk(path) : [path];
  });
}

const readLines = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((text) => JSON.parse(text) as T);

async function* bytesOf(...parts: Uint8Array[]) {
  yield* parts;
}

async function readFirst(file: string): Promise<Message | undefined> {
  for await (const message of readMailbox(bytesOf(readFileSync(file)))) return message;
  return undefined;
}

const kinds: Record<string, string> = { 'calendar-notice': 'calendar', human: 'personal', notification: 'bulk' };

function labelled(): LabelledMail[] {
  const listed = ['calendar-mail-apparmor', 'list-automation'].flatMap((folder) =>
    readLines<LabelledMail>(join(corpora, 'autoreply', folder, 'labels.jsonl')).map(({ file, label }) => ({
      file: join(corpora, 'autoreply', folder, file),
      label: kinds[label] ?? label,
    })),
  );
  const sisimai = walk(join(corpora, 'autoreply', 'sisimai'))
    .filter((file) => file.endsWith('.eml'))
    .map((file) => ({
      file,
      label: /rfc3834-/.test(file) ? 'auto-reply' : /is-not-bounce/.test(file) ? 'personal' : 'bounce',
    }));
  const vacation = /[/](aol-vacation|autoreply|polish-autoreply|warning-6)\.msg$/;
  const challenge = /[/](boxbe-cr2?|bluebottle|spam-lots-of-bogus-addresses)\.msg$/;
  const parser = walk(join(corpora, 'autoreply', 'rjbs-bounceparser'))
    .filter((file) => file.endsWith('.msg') && !challenge.test(file))
    .map((file) => ({ file, label: vacation.test(file) ? 'auto-reply' : 'bounce' }));
  const ham = walk(join(corpora, 'mail', 'spamassassin'))
    .filter((file) => file.endsWith('.eml'))
    .map((file) => ({ file, label: /easy-ham/.test(file) ? 'personal' : 'bulk' }));
  const people = threadFolders.flatMap((folder) =>
    readThreads(folder).flatMap(({ messages }) =>
      messages
        .filter(({ human }) => human)
        .map(({ file }) => ({ file: join(corpora, 'mail', folder, file), label: 'personal' })),
    ),
  );
  return [...listed, ...sisimai, ...parser, ...ham, ...people];
}

const readThreads = (folder: string) => readLines<TruthThread>(join(corpora, 'mail', folder, 'threads.jsonl'));

/** Every message of a folder as one .mbox, in the order of the list or the other way round. */
async function readAsMbox(folder: string, reversed: boolean): Promise<Map<string, Message>> {
  const files = readThreads(folder).flatMap(({ messages }) => messages.map(({ file }) => file));
  const parts = (reversed ? files.toReversed() : files).map((file) => {
    const text = readFileSync(join(corpora, 'mail', folder, file), 'latin1').replace(/^(>*From )/gm, '>$1');
    return new Uint8Array(Buffer.from(`From a@b Mon Mar  9 12:40:00 2026\n${text}\n\n`, 'latin1'));
  });
  const merged = new Map<string, string>();
  const now = (thread: string): string => (merged.has(thread) ? now(merged.get(thread)!) : thread);
  const onMerge = (thread: string, into: string) => merged.set(thread, into);
  const messages = await Array.fromAsync(readMailbox(bytesOf(...parts), { onMerge }));
  return new Map(
    messages.map((each) => [each.internetMessageId ?? each.id, { ...each, threadId: now(each.threadId) }]),
  );
}

describeWithShared('real mail', () => {
  const counts = new Map<string, Map<string, number>>();
  const missed: string[] = [];
  const get = (label: string, kind: string) => counts.get(label)?.get(kind) ?? 0;
  const total = (label: string) => [...(counts.get(label)?.values() ?? [])].reduce((sum, count) => sum + count, 0);
  const given = (kind: string) => [...counts.keys()].reduce((sum, label) => sum + get(label, kind), 0);

  beforeAll(async () => {
    for (const { file, label } of labelled()) {
      const kind = (await readFirst(file))?.kind ?? 'unreadable';
      const row = counts.get(label) ?? new Map<string, number>();
      counts.set(label, row.set(kind, (row.get(kind) ?? 0) + 1));
      if (label === 'auto-reply' && kind !== label) missed.push(file.slice(corpora.length));
    }
    for (const kind of counts.keys()) {
      const recall = get(kind, kind) / total(kind);
      const precision = get(kind, kind) / given(kind);
      process.stdout.write(
        `${kind}: n ${total(kind)}, recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)}\n`,
      );
    }
  }, 60_000);

  it('takes no person’s message for an automatic one', () => {
    expect(total('personal')).toBeGreaterThan(900);
    for (const kind of ['auto-reply', 'bounce', 'calendar', 'unreadable']) expect(get('personal', kind)).toBe(0);
    // One of the collection named easy-ham is an airline's newsletter.
    expect(get('personal', 'bulk')).toBeLessThanOrEqual(1);
  });

  it('finds at least 97 of 100 automatic replies, and all calendar notices', () => {
    expect(missed).toEqual([]);
    expect(get('auto-reply', 'auto-reply') / total('auto-reply')).toBeGreaterThanOrEqual(0.97);
    expect(get('calendar', 'calendar')).toBe(total('calendar'));
  });

  it('finds at least 97 of 100 bounces, and 3 of 4 mailings', () => {
    expect(get('bounce', 'bounce') / total('bounce')).toBeGreaterThanOrEqual(0.97);
    expect(get('bulk', 'bulk') / total('bulk')).toBeGreaterThanOrEqual(0.75);
  });

  it('takes at most 2 of 100 bounces for a person', () => {
    expect(get('bounce', 'personal') / total('bounce')).toBeLessThan(0.02);
  });

  it.each(threadFolders)('%s: every message finds its thread, in either order of the file', async (folder) => {
    for (const reversed of [false, true]) {
      const read = await readAsMbox(folder, reversed);
      const truth = readThreads(folder);
      const pieces = truth.map(({ messages }) => new Set(messages.map((each) => read.get(each.message_id)?.threadId)));
      const split = pieces.filter((ids) => ids.size !== 1 || ids.has(undefined)).length;
      const ids = new Set(pieces.flatMap((each) => [...each]));
      expect(split, 'threads that fell apart').toBe(0);
      expect(truth.length - ids.size, 'threads that ran together').toBeLessThanOrEqual(Math.ceil(truth.length * 0.03));
    }
  });

  it('says whose turn it is in at least 99 of 100 threads of two people, as their headers do', async () => {
    let [asked, right] = [0, 0];
    for (const folder of threadFolders) {
      const read = await readAsMbox(folder, false);
      for (const { messages, end_state } of readThreads(folder)) {
        const people = [...new Set(messages.filter(({ human }) => human).map(({ person }) => person))];
        if (people.length !== 2) continue;
        const addresses = (person: string) => [
          ...new Set([person, ...messages.filter((each) => each.person === person).map(({ address }) => address)]),
        ];
        const records = messages.flatMap(({ message_id }) => read.get(message_id) ?? []);
        for (const [me, other] of [people, people.toReversed()] as [string, string][]) {
          const found = turn(records, { mentors: addresses(me), mentees: addresses(other) });
          asked += 1;
          if ((found.owes === 'mentor' ? found.since : null) === (end_state?.[me]?.owes_since ?? null)) right += 1;
        }
      }
    }
    process.stdout.write(`turn: ${right} of ${asked}\n`);
    expect(asked).toBeGreaterThan(100);
    expect(right / asked).toBeGreaterThanOrEqual(0.99);
  }, 30_000);
});
