// How often each error of `judgeAsks` happens on real mail: closings by the labels that came with it, and, since nobody
// answers what asks nothing, messages that were answered. Prints counts; never a name nor a word of a message.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type AsksReading, judgeAsks } from '../../../src/domain/thread/asks.ts';
import { isProblem, readMail } from '../../../src/files/mailbox/message.ts';
import { readOwnReply } from '../../../src/files/mailbox/own-reply.ts';
import { describeWithShared, sharedPath } from '../../shared.ts';

interface TruthThread {
  messages: { file: string; message_id: string; human: boolean }[];
  turns?: { asked: string }[];
}

const mail = join(sharedPath('corpora') ?? '', 'mail');
const folders = ['mentoring-iio-gsoc', 'threads-open-iscsi-googlegroup', 'threads-usrp-users'];

async function judge(folder: string, file: string): Promise<AsksReading> {
  const read = await readMail(new Uint8Array(readFileSync(join(mail, folder, file))));
  return isProblem(read) || !read.text ? { reason: 'unsure' } : judgeAsks(readOwnReply(read.text));
}

const readThreads = (folder: string) =>
  readFileSync(join(mail, folder, 'threads.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((text) => JSON.parse(text) as TruthThread);

function answered(folder: string): string[] {
  return readThreads(folder).flatMap(({ messages, turns = [] }) => {
    const asked = new Set(turns.map((turn) => turn.asked));
    return messages.filter((each) => each.human && asked.has(each.message_id)).map(({ file }) => file);
  });
}

describeWithShared('whether real messages ask for something', () => {
  it('is answered wrongly of at most 1 in 100 messages that somebody answered', async () => {
    let [all, wrong, asking, unsure] = [0, 0, 0, 0];
    for (const folder of folders) {
      for (const file of answered(folder)) {
        const { asks } = await judge(folder, file);
        all += 1;
        if (asks === false) wrong += 1;
        else if (asks) asking += 1;
        else unsure += 1;
      }
    }
    process.stdout.write(
      `asks, of ${all} answered messages: ${wrong} taken for closing (forgotten), ${asking} seen asking, ${unsure} not sure (clock runs)\n`,
    );
    expect(all).toBeGreaterThan(300);
    expect(wrong / all).toBeLessThan(0.01);
  }, 60_000);

  it('is found of labelled last messages: no mentee who expects an answer is taken for closing', async () => {
    const folder = 'mentoring-iio-gsoc';
    const labels = JSON.parse(readFileSync(join(mail, folder, 'last_message_labels.json'), 'utf8')) as Record<
      string,
      { label: string; last_file: string }
    >;
    const counts = new Map<string, { all: number; closing: number }>();
    for (const { label, last_file } of Object.values(labels)) {
      const { asks } = await judge(folder, last_file);
      const count = counts.get(label) ?? { all: 0, closing: 0 };
      counts.set(label, { all: count.all + 1, closing: count.closing + Number(asks === false) });
    }
    for (const [label, { all, closing }] of counts) {
      process.stdout.write(`asks, last message ${label}: ${closing} of ${all} taken for closing\n`);
    }
    const closings = counts.get('mentee_closing_thanks');
    expect(closings?.all).toBeGreaterThan(0);
    expect(closings?.closing).toBe(closings?.all);
    expect(counts.get('mentee_expects_reply')?.closing).toBe(0);
  }, 60_000);
});
