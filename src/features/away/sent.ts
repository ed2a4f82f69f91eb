// Telling is seen: a mail of the mentor's own, under a subject that the planner composed, to somebody who is to be told.
// Its text is not read; whoever was told in another way is ticked by hand.
import type { Away, Notice } from '../../domain/away/away.ts';
import { findTold, toldReturn } from '../../domain/away/done.ts';
import type { Ledger } from '../../domain/ledger.ts';
import { baseSubject } from '../../domain/thread/base-subject.ts';
import type { Message } from '../../domain/thread/message.ts';
import { compareInstants } from '../../domain/time/instants.ts';
import { endOf } from '../../domain/time/windows.ts';
import type { Sight } from '../deadlines/contract.ts';
import { composeMessage } from './compose-message.ts';
import { planTold } from './plan-changes.ts';
import { locales } from './views/compose-texts.ts';

/** A mail that was sent, as far as it matters here. Addresses are lower case. */
export interface SentMail {
  id: string;
  at: string;
  from: string;
  to: string[];
  subject: string;
}

type Facts = Pick<Ledger, 'away' | 'notices' | 'people' | 'relationships'>;

/** Whether anybody is still to be told, so that looking is worth while. */
export function isTellingDue(facts: Facts, now: string): boolean {
  return facts.away.some((away) => !isOver(away, now) && findUntold(away, facts).length > 0);
}

/** Notices for those whom these mails told. */
export function planSeen(facts: Facts, mails: readonly SentMail[], now: string): Notice[] {
  const mine = new Set(emailsOf(facts, new Set(facts.relationships.map(({ me }) => me))));
  const own = mails.filter(({ from }) => mine.has(from)).toSorted((a, b) => compareInstants(a.at, b.at));
  if (own.length === 0) return [];
  return facts.away.filter((away) => !isOver(away, now)).flatMap((away) => planFor(away, facts, own));
}

function planFor(away: Away, facts: Facts, mails: readonly SentMail[]): Notice[] {
  const subjects = composeSubjects(away);
  const telling = mails.filter(
    ({ at, subject }) =>
      subjects.has(baseSubject(subject)) && (!away.plannedAt || compareInstants(at, away.plannedAt) >= 0),
  );
  let notices = facts.notices;
  const added: Notice[] = [];
  for (const mail of telling) {
    const reached = findUntold(away, { ...facts, notices }).filter((id) =>
      emailsOf(facts, new Set([id])).some((email) => mail.to.includes(email)),
    );
    const fresh = planTold(away, notices, reached, mail.at, mail.id);
    added.push(...fresh);
    notices = [...notices, ...fresh];
  }
  return added;
}

/** Under which the planner's mails of this absence go, in every language and place that it offers. */
function composeSubjects(away: Away): Set<string> {
  const dates = { me: '', from: away.from, to: away.to, returns: toldReturn(away) };
  const subjects = locales.flatMap(({ value: locale }) =>
    (['mentees', 'co-mentor'] as const).map((audience) => composeMessage(audience, { ...dates, locale }).subject),
  );
  return new Set(subjects.map(baseSubject));
}

function findUntold(away: Away, { relationships, notices }: Pick<Facts, 'relationships' | 'notices'>): string[] {
  const told = findTold(away, notices);
  const bonds = relationships.filter(({ id }) => away.relationships.includes(id));
  const people = bonds.flatMap(({ me, mentors, mentees }) => [...mentors, ...mentees].filter((id) => id !== me));
  return [...new Set(people)].filter((id) => !told.has(id));
}

const emailsOf = ({ people }: Pick<Facts, 'people'>, ids: ReadonlySet<string>): string[] =>
  people.filter(({ id }) => ids.has(id)).flatMap(({ emails }) => emails.map((email) => email.toLowerCase()));

/** Whoever is back has nothing left to announce; a day's grace for zones. */
const isOver = (away: Away, now: string): boolean => compareInstants(now, endOf(away.returns, 'UTC')) > 0;

/** What a mail page shows of sent mail: its list of sent mail, and the owner's own messages in the open thread. */
export function readSentSight({ owner, view, rows, thread }: Sight): SentMail[] {
  if (!owner) return [];
  const listed = view.list === 'sent' ? rows : [];
  return [
    ...listed.flatMap(({ lastMessageId: id, lastAt: at, senders, subject, count = 1 }): SentMail[] =>
      // Of a longer thread the row tells neither who wrote last nor to whom.
      id && at && count === 1 ? [{ id, at, from: owner, to: emailsIn(senders), subject }] : [],
    ),
    ...(thread?.messages ?? []).flatMap(({ id, sentAt: at, from, to, cc }): SentMail[] => {
      const subject = thread?.subject;
      if (!id || !at || !subject || from?.email.toLowerCase() !== owner) return [];
      return [{ id, at, from: owner, to: emailsIn([...to, ...cc]), subject }];
    }),
  ];
}

const emailsIn = (list: readonly { email: string }[]): string[] => list.map(({ email }) => email.toLowerCase());

/** Of what accounts and files bring, what may be such a mail. */
export function readSentMessages(messages: readonly Message[]): SentMail[] {
  return messages
    .filter(({ kind }) => kind === 'personal')
    .map(({ id, sentAt: at, from, to, cc, subject }) => ({
      id,
      at,
      from: from.email,
      to: emailsIn([...to, ...cc]),
      subject,
    }));
}
