import { describe, expect, it } from 'vitest';
import { amina, jun } from './semester/cast.ts';
import { semester } from './semester.ts';
import { GmailVacation } from './server/auto-reply/gmail.ts';
import { CalendarBook } from './server/calendars.ts';
import { plainLook } from './server/look.ts';
import { Mailboxes } from './server/mailbox.ts';
import { answer, type World } from './server/routes.ts';
import { makeSearch } from './server/search.ts';

const made = semester();

function world(): World {
  const book = (vendor: 'google' | 'microsoft') =>
    new CalendarBook(vendor, { email: 'robin.lavoie@example.com' }, made.calendars, () => {});
  const books = { google: book('google'), microsoft: book('microsoft') };
  const { tasks } = made.calendars;
  const vacation = new GmailVacation();
  return { mailboxes: new Mailboxes(made), books, tasks, vacation, look: plainLook, broken: false };
}

function get(of: World, address: string) {
  const url = new URL(address);
  return answer(of, url.hostname, url, undefined);
}

describe('the hosts of the stand-in web', () => {
  it('answer a host it does not play with a sentence', () => {
    expect(get(world(), 'https://calendar.example.com/')).toMatchObject({
      status: 404,
      body: 'The stand-in web does not play calendar.example.com.',
    });
  });

  it.each([
    ['https://mail.google.com/', '/mail/u/0/'],
    ['https://mail.google.com/mail/?authuser=climbing.club%40example.org', '/mail/u/1/'],
    [
      'https://mail.google.com/mail/u/?authuser=robin.lavoie%40example.com&view=cm&to=a%40b.example',
      '/mail/u/0/?view=cm&to=a%40b.example',
    ],
    ['https://outlook.live.com/', '/mail/'],
    ['https://calendar.google.com/', '/calendar/u/0/r/week'],
    [
      'https://calendar.google.com/calendar/r/day/2026/3/9?authuser=robin.lavoie%40example.com',
      '/calendar/u/0/r/day/2026/3/9',
    ],
    ['https://outlook.office.com/calendar/', '/calendar/view/week'],
  ])('lead %s to %s', (address, location) => {
    expect(get(world(), address)).toMatchObject({ status: 302, headers: { location } });
  });

  it('send pages with a policy that lets no text become markup, and scripts without types', () => {
    const page = get(world(), 'https://mail.google.com/mail/u/0/');
    expect(page.headers?.['content-security-policy']).toContain("require-trusted-types-for 'script'");
    const script = get(world(), 'https://mail.google.com/standin/pages/gmail/main.ts');
    expect(script.type).toContain('text/javascript');
    expect(script.body).not.toContain('import type');
    expect(get(world(), 'https://mail.google.com/standin/pages/..%2fserver/localhost.pem').status).toBe(404);
  });

  it('never put what an address says into a page as markup', () => {
    const { body } = get(
      world(),
      'https://mail.google.com/mail/u/0/?view=cm&theme="><script>x</script>&su=</script><b>',
    );
    expect(body).not.toContain('<script>x');
    expect(body).not.toContain('</script><b>');
  });
});

describe('a mailbox of the stand-in web', () => {
  it('lists a thread once, newest first, with those who wrote in it', () => {
    const { mailboxes } = world();
    const { rows, total } = mailboxes.list('gmail', 'inbox', '', 1, 1000);
    expect(rows).toHaveLength(total);
    expect(new Set(rows.map(({ threadId }) => threadId)).size).toBe(total);
    expect(rows.map(({ lastAt }) => lastAt)).toEqual(
      rows
        .map(({ lastAt }) => lastAt)
        .toSorted()
        .reverse(),
    );
    const thread = rows.find(({ subject }) => subject === 'Research elective, two options');
    expect(thread?.people.map(({ email, unread }) => [email, unread])).toEqual([
      [jun.emails[0], true],
      ['robin.lavoie@example.com', false],
    ]);
    expect(thread?.count).toBe(3);
  });

  it('takes what is delivered and sent, and says that it changed', () => {
    const { mailboxes } = world();
    const before = mailboxes.version;
    const at = Date.parse(made.now);
    const to = [{ email: amina.emails[0]! }];
    const sent = mailboxes.send({ account: 'gmail', at, to, subject: 'Re', body: 'x', threadId: '19cc' });
    expect(Number(BigInt(`0x${sent.id}`) >> 20n)).toBe(at);
    expect(sent).toMatchObject({ from: { email: 'robin.lavoie@example.com' }, labels: ['sent'], threadId: '19cc' });
    expect(mailboxes.version).toBeGreaterThan(before);
    expect(made.messages).not.toContain(sent);
  });

  it.each([
    ['from:a@x.example', true],
    ['from:(b@x.example OR a@x.example) OR to:(b@x.example OR a@x.example)', true],
    ['cc:c@x.example', true],
    ['from:nobody@x.example', false],
    ['exam tomorrow', true],
    ['in:inbox exam', true],
    ['exam yesterday', false],
    ['', true],
  ])('finds by %j: %s', (words, found) => {
    const message = {
      ...made.messages[0]!,
      from: { email: 'a@x.example' },
      to: [{ email: 'me@x.example' }],
      cc: [{ email: 'c@x.example' }],
      subject: 'Exam',
      body: 'It is tomorrow.',
    };
    expect(makeSearch(words)(message)).toBe(found);
  });
});
