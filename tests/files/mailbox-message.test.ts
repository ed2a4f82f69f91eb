// Single messages as hostile or careless programs write them.
import { describe, expect, it } from 'vitest';
import { isProblem, type ReadMail, readMail } from '../../src/files/mailbox/message.ts';

async function read(head: string, body = 'Hello'): Promise<ReadMail> {
  const date = /^date:/im.test(head) ? '' : '\nDate: Mon, 9 Mar 2026 12:00:00 +0000';
  const mail = await readMail(new TextEncoder().encode(`${head}${date}\n\n${body}`.replaceAll('\n', '\r\n')));
  if (isProblem(mail)) throw new Error(mail);
  return mail;
}

const from = async (field: string) => (await read(`From: ${field}\nTo: robin@uni.example`)).record.from;

describe('who wrote it', () => {
  it.each([
    ['Ana Alvarez <Ana@Uni.example>', 'Ana Alvarez', 'ana@uni.example'],
    ['ana@uni.example (Ana Alvarez)', 'Ana Alvarez', 'ana@uni.example'],
    ['Ana (Uni, Dept.) Alvarez <ana@uni.example>', 'Ana Alvarez', 'ana@uni.example'],
    ['"ana@elsewhere.example" <ana@uni.example>', 'ana@elsewhere.example', 'ana@uni.example'],
    ['=?utf-8?Q?ben=40uni.example?= <ana@uni.example>', 'ben@uni.example', 'ana@uni.example'],
    ['=?utf-8?Q?Alvarez=2C_Ana?= <ana@uni.example>', 'Alvarez, Ana', 'ana@uni.example'],
    ['=?koi8-r?B?4c7O?= <ana@uni.example>', 'Анн', 'ana@uni.example'],
    ['<@relay.example,@b.example:ana@uni.example>', undefined, 'ana@uni.example'],
    ['"ana alvarez"@uni.example', undefined, 'ana alvarez@uni.example'],
    ['Ana <"ana alvarez"@uni.example>', 'Ana', 'ana alvarez@uni.example'],
    ['ana@bücher.example', undefined, 'ana@bücher.example'],
    ['Ana <ana@uni.example>, Ben <ben@uni.example>', 'Ana', 'ana@uni.example'],
    ['Team: Ana <ana@uni.example>, ben@uni.example;', 'Ana', 'ana@uni.example'],
  ])('%s', async (field, name, email) => {
    expect(await from(field)).toEqual(name ? { name, email } : { email });
  });

  it('is found where a name with a comma has no quotes', async () => {
    expect((await from('Alvarez, Ana <ana@uni.example>')).email).toBe('ana@uni.example');
  });
});

describe('to whom it went', () => {
  it.each([
    ['undisclosed-recipients:;', []],
    ['Mentees: ana@uni.example, "Li, Jun" <jun@uni.example>;, ben@uni.example', ['ana', 'jun', 'ben']],
    ['ana@uni.example,, , <>, not an address, ben@uni.example', ['ana', 'ben']],
  ])('%s', async (to, names) => {
    const { record } = await read(`From: robin@uni.example\nTo: ${to}`);
    expect(record.to.map(({ email }) => email)).toEqual(names.map((name) => `${name}@uni.example`));
  });

  it('is at most ten thousand of whom it names', async () => {
    const to = Array.from({ length: 10_050 }, (_, at) => `p${at}@uni.example`).join(',\n ');
    const { record } = await read(`From: robin@uni.example\nTo: ${to}`);
    expect(record.to.length).toBe(10_000);
  });
});

const inner = `From: mailer-daemon@mx.example
Subject: Undelivered
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: text/plain

Can you resend it?
--b
Content-Type: message/delivery-status

Action: failed
--b
Content-Type: text/calendar; method=REQUEST

BEGIN:VCALENDAR
--b--`;

describe('a message in a message', () => {
  it('is another’s: neither its kind nor its words are those of who passed it on', async () => {
    const { record, text } = await read(
      'From: ana@uni.example\nSubject: what came back\nContent-Type: multipart/mixed; boundary=a',
      `--a\nContent-Type: text/plain\n\nThanks, it is solved.\n--a\nContent-Type: message/rfc822\n\n${inner}\n--a--`,
    );
    expect(record.kind).toBe('personal');
    expect(text).toContain('it is solved');
    expect(text).not.toContain('resend');
  });

  it('does not hide what its own parts tell', async () => {
    const { record } = await read(
      'From: ana@uni.example\nContent-Type: multipart/mixed; boundary=a',
      '--a\nContent-Type: text/calendar; method=REPLY\n\nBEGIN:VCALENDAR\n--a--',
    );
    expect(record.kind).toBe('calendar');
  });
});

describe('a subject', () => {
  it.each([
    ['=?iso-2022-jp?B?GyRCPCtGMDF+RXobKEI6IHRlc3Q=?=', '自動応答: test', 'auto-reply'],
    ['=?koi8-r?B?4dfUz8/U18XUOg==?= x', 'Автоответ: x', 'auto-reply'],
    ['=?utf-8?Q?R=C3=A9ponse_automatique=C2=A0:_x?=', 'Réponse automatique : x', 'auto-reply'],
    ['=?utf-8?Q?R=C3?=\n =?utf-8?Q?=A9ponse_automatique:_x?=', 'Réponse automatique: x', 'auto-reply'],
    ['=?x-unknown?Q?Question?=', 'Question', 'personal'],
    ['=?utf-8?Q?broken', '=?utf-8?Q?broken', 'personal'],
  ])('%s', async (field, subject, kind) => {
    const { record } = await read(`From: ana@uni.example\nSubject: ${field}`);
    expect(record).toMatchObject({ subject, kind });
  });
});
