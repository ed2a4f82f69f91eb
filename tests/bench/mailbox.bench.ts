// Reading mailbox files: throughput against the MIME library alone on the same messages, and how much memory is held while
// files of 10 MB and 1 GB stream through.
import PostalMime from 'postal-mime';
import { readMailbox } from '../../src/files/mailbox.ts';
import { line, median } from './report.ts';

const encode = (text: string) => new TextEncoder().encode(text);

function composeMail(at: number): string {
  const words = `Message ${at} of a semester, with some sentences that say what such messages say. `.repeat(8);
  return [
    `From: Mentee ${at % 14} <mentee${at % 14}@example.edu>`,
    'To: Robin Lavoie <robin@example.com>',
    `Subject: Re: Question ${at % 500}`,
    `Date: Mon, ${1 + (at % 28)} Feb 2026 10:${10 + (at % 50)}:00 +0000`,
    `Message-ID: <m${at}@example.edu>`,
    `References: <m${at % 500}@example.edu>`,
    'Received: from a.example.edu by b.example.com; Mon, 2 Feb 2026 10:00:01 +0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative; boundary="b"',
    '',
    `--b\nContent-Type: text/plain; charset=utf-8\n\n${words}\n`,
    `--b\nContent-Type: text/html; charset=utf-8\n\n<p>${words}</p>\n--b--\n`,
  ].join('\n');
}

const mails = Array.from({ length: 3000 }, (_, at) => encode(composeMail(at)));
const separator = encode('From a@b Mon Mar  9 12:40:00 2026\n');
const end = encode('\n');

async function* asMbox(megabytes: number) {
  let left = megabytes * 1_000_000;
  for (let at = 0; left > 0; at += 1) {
    const mail = mails[at % mails.length]!;
    yield separator;
    yield mail;
    yield end;
    left -= mail.length;
  }
}

async function time(work: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < 5; run += 1) {
    const from = performance.now();
    await work();
    times.push(performance.now() - from);
  }
  return median(times);
}

async function readAll(megabytes: number): Promise<number> {
  let count = 0;
  for await (const _ of readMailbox(asMbox(megabytes))) count += 1;
  return count;
}

/** The most that was held above what was held before, in MB. */
async function measurePeak(megabytes: number): Promise<number> {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let peak = 0;
  let count = 0;
  for await (const _ of readMailbox(asMbox(megabytes))) {
    count += 1;
    if (count % 1000 === 0) peak = Math.max(peak, process.memoryUsage().rss - before);
  }
  return peak / 1_000_000;
}

const size = mails.reduce((sum, { length }) => sum + length, 0) / 1_000_000;
const alone = await time(async () => {
  for (const mail of mails) await PostalMime.parse(mail);
});
const ours = await time(async () => void (await readAll(size)));
line(`.mbox of ${mails.length} messages`, ours, 'ms', alone * 1.5, 'limit: 1.5 times postal-mime alone');
line('the same, of postal-mime alone', ours, 'ms', alone, 'peer');
const small = await measurePeak(10);
const large = await measurePeak(1000);
line('memory above the start, 10 MB', small, 'MB', 150);
line('memory above the start, 1 GB', large, 'MB', 150);
if (ours > alone * 1.5 || large > 150) process.exitCode = 1;
