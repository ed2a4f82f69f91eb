// Everything else in a mailbox: the registrar, newsletters, friends, notices of machines, and subjects meant to harm.
import { accounts, amina, cohort, coordinator, me, noah, tomas } from './cast.ts';
import { addressOf, myAddress, type Post } from './post.ts';
import type { Random } from './random.ts';
import { unrelated } from './words.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Names and subjects that break what trusts them. */
const hostile: [name: string, subject: string][] = [
  ['<script>alert(1)</script>', '<img src=x onerror=alert(document.domain)> You have won'],
  ['\u202Egnp.eciovni\u202C', '\u202Efdp.tcartnoc\u202C please sign'],
  ['Robin Lavoie', 'Amina Okafor is waiting for you " onmouseover="alert(1)'],
  ['🎉🎊🥳'.repeat(8), '🔥'.repeat(60)],
  ['Aلي ב mixed', 'Мир 世界 مرحبا שלום नमस्ते — ﷽﷽﷽﷽'],
  ['Prize desk', `${'A very long subject that goes on and on '.repeat(24)}end`],
];

export function tellNoise(post: Post, random: Random, start: number, now: number, count: number): void {
  for (let n = 0; n < count; n++) {
    const at = Math.floor(start + ((now - start) * (n + random.next())) / count);
    const [name, email, subject, body, bulk] = random.pick(unrelated);
    const account = random.next() < 0.6 ? 'gmail' : 'outlook';
    const unread = at > now - 60 * HOUR || random.next() < 0.1;
    const kind = bulk ? 'bulk' : 'personal';
    const archived = at < now - 60 * DAY;
    post.send({ account, at, from: { name, email }, to: [myAddress(account)], subject, body, kind, unread, archived });
  }
  for (const [n, [name, subject]] of hostile.entries()) {
    const from = { name, email: `prize${n}@spam.example.net` };
    const body = '<script>alert(1)</script><img src=x onerror=alert(2)>';
    const at = now - (8 + n * 17) * HOUR;
    post.send({ account: 'gmail', at, from, to: [myAddress('gmail')], subject, body, unread: n % 2 === 0 });
  }
}

/** Machines speaking for people, and mail to everybody. */
export function tellMachines(post: Post, now: number): void {
  const to = [myAddress('gmail')];
  const account = 'gmail';
  const everybody = cohort.filter((mentee) => mentee.account === account).map((mentee) => addressOf(mentee));
  for (const days of [120, 85, 52, 20]) {
    const sent = post.send({
      account,
      at: now - days * DAY,
      from: myAddress(account),
      to: everybody,
      cc: [{ name: 'Daniel Osei', email: 'daniel.osei@students.umms.example.edu' }],
      subject: 'Our cohort this month',
      body: 'Pizza on Thursday in the common room. Come if you can, no need to answer.',
    });
    post.send({
      account,
      at: now - days * DAY + 3 * HOUR,
      from: addressOf(tomas),
      to,
      subject: 'Re: Our cohort this month',
      body: 'See you there, thank you.',
      asks: false,
      threadId: sent.threadId,
    });
  }
  post.send({
    account,
    at: now - 33 * DAY,
    from: { name: 'Mail Delivery Subsystem', email: 'mailer-daemon@example.com' },
    to,
    subject: 'Delivery Status Notification (Failure)',
    body: 'Your message to amina.okafor@umms.example.edu could not be delivered.',
    kind: 'bounce',
  });
  const away = post.send({
    account,
    at: now - 40 * DAY,
    from: addressOf(amina),
    to,
    subject: 'Anatomy lab, room change',
    body: 'Is the lab on Friday in the other building?',
  });
  post.send({
    account,
    at: now - 40 * DAY + 60_000,
    from: myAddress(account),
    to: [addressOf(amina)],
    subject: 'Automatic reply: Anatomy lab, room change',
    body: 'I am away until Monday and will answer then.',
    kind: 'auto-reply',
    threadId: away.threadId,
  });
  post.send({
    account,
    at: now - 39 * DAY,
    from: myAddress(account),
    to: [addressOf(amina)],
    subject: 'Re: Anatomy lab, room change',
    body: 'Yes, building C. Sorry, I was travelling.',
    threadId: away.threadId,
  });
  const asked = post.send({
    account,
    at: now - 27 * DAY,
    from: addressOf(noah),
    to,
    subject: '"><img src=x onerror=alert(1)> my script for the OSCE',
    body: 'The subject is the title of my talk on web security. Could you read it?',
  });
  post.send({
    account,
    at: now - 27 * DAY + 9 * HOUR,
    from: myAddress(account),
    to: [addressOf(noah)],
    subject: 'Re: "><img src=x onerror=alert(1)> my script for the OSCE',
    body: 'Read it, comments in the margin.',
    threadId: asked.threadId,
  });
  const bulk = { account, to, kind: 'bulk', from: addressOf(coordinator) } as const;
  post.send({ ...bulk, at: now - 70 * DAY, subject: 'Peer mentoring newsletter', body: 'News of the programme.' });
}

/** The second account of the same browser: nothing of it is mentoring, though one writer is a mentee. */
export function tellClub(post: Post, random: Random, now: number): void {
  const club = accounts[2]!;
  const to = [club.address];
  for (let n = 0; n < 12; n++) {
    const from = { name: `Climber ${n + 1}`, email: `climber${n + 1}@example.net` };
    const at = now - random.between(10, 1000) * HOUR;
    post.send({ account: 'club', at, from, to, subject: 'Membership', body: 'How do I join?', unread: n < 2 });
  }
  const from = addressOf(noah);
  post.send({
    account: 'club',
    at: now - 5 * HOUR,
    from,
    to,
    subject: 'Climbing night',
    body: 'Is it on?',
    unread: true,
  });
  post.send({
    account: 'club',
    at: now - 200 * HOUR,
    from: club.address,
    to: [{ name: me.name, email: me.emails[0]! }],
    subject: 'Keys',
    body: 'The keys are with the caretaker.',
  });
}
