// The months before: mail that was asked, answered and seen. Each mentee hears from the mentor's side every month.
import { cohort, coMentor, marek, mei, victor } from './cast.ts';
import { addressOf, myAddress, type Post } from './post.ts';
import type { Random } from './random.ts';
import type { Member } from './types.ts';
import { answers, checkIns, questions, thanks } from './words.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export interface Months {
  /** First instants of calendar months in the zone, with the end of what may be used of each. */
  spans: { from: number; to: number }[];
}

interface Telling {
  post: Post;
  random: Random;
}

/** The mentee asks, the mentor's side answers after `hours`; now and then a word of thanks closes it. */
function exchange({ post, random }: Telling, mentee: Member, at: number, hours: number, byCoMentor = false): void {
  const { account } = mentee;
  const [subject, body] = random.pick(questions);
  const asked = post.send({ account, at, from: addressOf(mentee), to: [myAddress(account)], subject, body });
  const answeredAt = at + hours * HOUR;
  const { threadId } = asked;
  post.send({
    account,
    at: answeredAt,
    from: byCoMentor ? addressOf(coMentor) : myAddress(account),
    to: [addressOf(mentee)],
    ...(byCoMentor ? { cc: [myAddress(account)] } : {}),
    subject: `Re: ${subject}`,
    body: random.pick(answers),
    threadId,
  });
  if (random.next() < 0.45) {
    post.send({
      account,
      at: answeredAt + random.between(20, 300) * 60_000,
      from: addressOf(mentee),
      to: [myAddress(account)],
      subject: `Re: ${subject}`,
      body: random.pick(thanks),
      asks: false,
      threadId,
    });
  }
}

function checkIn({ post, random }: Telling, mentee: Member, at: number): void {
  const { account } = mentee;
  const [subject, body] = random.pick(checkIns);
  const sent = post.send({ account, at, from: myAddress(account), to: [addressOf(mentee)], subject, body });
  if (random.next() < 0.5) return;
  post.send({
    account,
    at: at + random.between(2, 30) * HOUR,
    from: addressOf(mentee),
    to: [myAddress(account)],
    subject: `Re: ${subject}`,
    body: `All good here. ${random.pick(thanks)}`,
    asks: false,
    threadId: sent.threadId,
  });
}

function hoursToAnswer(random: Random, room: number): number {
  return Math.min(random.between(1, 40), room);
}

function tellMonth(telling: Telling, mentee: Member, from: number, to: number): void {
  const { random } = telling;
  const length = to - from;
  const asked = length > 20 * DAY ? random.between(1, 3) : 1;
  for (let n = 0; n < asked; n++) {
    const at = from + length * (0.1 + 0.8 * ((n + random.next()) / asked)) * 0.9;
    const room = Math.floor((to - at) / HOUR) - 6;
    if (room < 2) checkIn(telling, mentee, from + length * 0.5);
    else exchange(telling, mentee, Math.floor(at), hoursToAnswer(random, Math.min(room, 40)));
  }
  if (length > 20 * DAY && random.next() < 0.5) checkIn(telling, mentee, Math.floor(from + length * 0.6));
}

/** All months, for all who are mentored. Marek has had no word for a month. */
export function tellHistory(telling: Telling, months: Months, now: number): void {
  const silence = now - 31 * DAY;
  for (const mentee of [...cohort, victor, mei]) {
    for (const { from, to } of months.spans) {
      const end = mentee === marek ? Math.min(to, silence - 2 * DAY) : to;
      if (end - from > 2 * DAY) tellMonth(telling, mentee, from, end);
    }
  }
  exchange(telling, marek, silence - 20 * HOUR, 18);
}

/** Settled in other ways than in time by the mentor. */
export function tellExceptions(telling: Telling, late: Member, covered: Member, now: number): void {
  exchange(telling, late, now - 45 * DAY, 60);
  exchange(telling, covered, now - 24 * DAY, 20, true);
}
