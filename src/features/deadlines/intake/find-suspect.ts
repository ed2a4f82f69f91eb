// A sender who may be a mentee, or an account that may be the mentor's own. Asked once, with the reason in view.
import type { Ledger } from '../../../domain/ledger.ts';
import { findSecondAddress } from '../../../domain/people/second-address.ts';
import type { Suspect } from '../../../domain/people/suspect.ts';
import { findProgramme } from '../../../programmes/index.ts';
import type { Sight } from '../contract.ts';
import type { Roster } from './roster.ts';

/** Domains where everybody has an address: having one in common says nothing. */
const common = /^(gmail|googlemail|outlook|hotmail|live|yahoo|icloud|me|aol|gmx|proton|protonmail|web|mail)\./;

const domain = (email: string) => email.slice(email.lastIndexOf('@') + 1);

export function findOwnAddress(sight: Sight, small: Ledger, roster: Roster): Suspect[] {
  const { owner } = sight;
  if (!owner || roster.mine.size === 0 || roster.mine.has(owner) || isAsked(small, owner)) return [];
  return [{ id: owner, about: 'own-address', reason: 'new-account', because: sight.source, since: sight.at }];
}

export function findSuspect(sight: Sight, small: Ledger, roster: Roster): Suspect[] {
  const { thread } = sight;
  if (!thread || roster.mentees.size === 0) return [];
  const strangers = thread.messages
    .flatMap((message) => [message.from, ...message.to, ...message.cc])
    .filter((each) => each?.email.includes('@') && !roster.known.has(each.email.toLowerCase()));
  for (const stranger of strangers) {
    const email = stranger!.email.toLowerCase();
    const isNew = email !== sight.owner && !isAsked(small, email);
    const second = isNew && isAmongMentees(email, thread, roster) && findSecondAddress({ ...stranger!, email }, small);
    const why = second || (isNew ? reason(email, thread, small, roster) : null);
    if (why)
      return [{ id: email, ...(stranger!.name && { name: stranger!.name }), about: 'mentee', ...why, since: sight.at }];
  }
  return [];
}

/** Whether they wrote on a thread in which a mentee takes part. */
function isAmongMentees(email: string, { messages }: NonNullable<Sight['thread']>, { mentees }: Roster): boolean {
  const wrote = messages.some(({ from }) => from?.email.toLowerCase() === email);
  const isMentee = (each: { email: string } | null) => each !== null && mentees.has(each.email.toLowerCase());
  return wrote && messages.some(({ from, to, cc }) => isMentee(from) || to.some(isMentee) || cc.some(isMentee));
}

function isAsked(small: Ledger, email: string): boolean {
  return small.suspects.some((suspect) => suspect.id === email);
}

/** Two signs together: an introduction by the coordinator, the roster's own domain, or words of the programme. */
function reason(
  email: string,
  thread: NonNullable<Sight['thread']>,
  small: Ledger,
  roster: Roster,
): Pick<Suspect, 'reason' | 'because' | 'relationship'> | null {
  const introduced = thread.messages.find(
    ({ from, to, cc }) =>
      from &&
      roster.coordinators.has(from.email.toLowerCase()) &&
      [...to, ...cc].some((each) => each.email.toLowerCase() === email),
  );
  const shared =
    !common.test(domain(email)) && [...roster.mentees.keys()].some((each) => domain(each) === domain(email));
  const relationship = small.relationships.find((each) => each.role === 'mentor');
  const words = relationship && programmeWords(thread.subject ?? '', small, relationship.programme);
  const of = relationship && { relationship: relationship.id };
  if (introduced?.from) return { reason: 'introduced', because: introduced.from.name ?? introduced.from.email, ...of };
  if (words) return { reason: 'programme-words', because: words, ...of };
  const wrote = thread.messages.some((message) => message.from?.email.toLowerCase() === email);
  return shared && wrote && isPersonal(email) ? { reason: 'same-domain', because: domain(email), ...of } : null;
}

function programmeWords(subject: string, small: Ledger, programme: string): string | undefined {
  const heard = subject.toLowerCase();
  return findProgramme(small.programmes, programme)?.words.find((word) => heard.includes(word.toLowerCase()));
}

/** Offices and machines have addresses of the same domain; people's look like names. */
function isPersonal(email: string): boolean {
  return /^[a-z'-]+[._][a-z'-]+\d*@/.test(email) && !/^(no|do)[._-]|^(student|it|help|info|office)[._-]/.test(email);
}
