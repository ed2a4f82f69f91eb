// Answer texts and calls within the programme's hours (PROGRAMMES T2). A text or a missed call opens it; only a contact
// that was made settles it, an attempt does not.
import type { Rule } from '../../programme/programme.ts';
import { type Contact, isMadeContact } from '../../thread/contact.ts';
import { addHours, compareInstants } from '../../time/instants.ts';
import type { Verdict } from '../verdict.ts';
import type { MenteeView, RelationshipView } from '../view.ts';
import { deadlineState } from './deadline.ts';
import { isCurrent, isWithin } from './period.ts';

export function judgeReplyText(view: RelationshipView, rule: Rule): Verdict[] {
  const hours = rule.figures.hours;
  if (hours === undefined) return [];
  return view.mentees.flatMap((mentee) =>
    textWaits(mentee)
      .filter((wait) => isWithin(view, wait.since))
      .map((wait) => judgeWait(view, rule, hours, mentee, wait))
      .filter((verdict) => !verdict.settledAt || isCurrent(view, verdict.settledAt))
      .reverse(),
  );
}

interface TextWait {
  since: string;
  asked: string[];
  settledAt?: string;
  settledBy?: string;
}

function opens(contact: Contact): boolean {
  if (contact.direction !== 'in') return false;
  return contact.channel === 'text' || (contact.channel === 'call' && !contact.made);
}

interface TextEvent {
  id: string;
  at: string;
  opens: boolean;
  settles: boolean;
}

function events(mentee: MenteeView): TextEvent[] {
  const said = mentee.contacts.map((contact) => ({
    id: contact.id,
    at: contact.at,
    opens: opens(contact),
    settles: isMadeContact(contact),
  }));
  const met = mentee.meetings
    .filter((meeting) => meeting.outcome === 'held')
    .map((meeting) => ({ id: meeting.id, at: meeting.start, opens: false, settles: true }));
  return [...said, ...met].sort((a, b) => compareInstants(a.at, b.at) || Number(a.settles) - Number(b.settles));
}

function textWaits(mentee: MenteeView): TextWait[] {
  const found: TextWait[] = [];
  let wait: TextWait | undefined;
  for (const event of events(mentee)) {
    if (event.settles && wait) {
      wait.settledAt = event.at;
      wait.settledBy = event.id;
      wait = undefined;
    } else if (event.opens && wait) wait.asked.push(event.id);
    else if (event.opens) {
      wait = { since: event.at, asked: [event.id] };
      found.push(wait);
    }
  }
  return found;
}

function judgeWait(view: RelationshipView, rule: Rule, hours: number, mentee: MenteeView, wait: TextWait): Verdict {
  const due = addHours(wait.since, hours);
  return {
    rule: rule.rule,
    subject: { relationship: view.relationship.id, mentee: mentee.id },
    state: deadlineState(view.index.now, due, wait.settledAt),
    since: wait.since,
    due,
    ...(wait.settledAt && { settledAt: wait.settledAt }),
    evidence: [...wait.asked, ...(wait.settledBy ? [wait.settledBy] : [])],
    clause: rule.clause,
  };
}
