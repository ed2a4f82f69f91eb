// Whom a text or call can be logged with, those who wait for an answer first.
import type { Ledger } from '../../../domain/ledger.ts';
import type { Overview, OverviewItem } from '../overview.ts';

export interface LogPerson {
  relationship: string;
  /** Person id. */
  id: string;
  name: string;
  /** The programme, named only where the same person stands in several. */
  under?: string;
  /** The text or call of theirs that waits for an answer. */
  waiting?: { id: string; title: string };
}

const order = { late: 0, 'due-today': 1, coming: 2, 'cannot-tell': 3, waiting: 4 };

function findWaiting(items: OverviewItem[]): LogPerson['waiting'] {
  const text = items.find(({ rule, message, section }) => rule === 'reply-text' && message && section !== 'waiting');
  return text?.message ? { id: text.message, title: text.title } : undefined;
}

/** Everybody the mentor mentors: by urgency, then by name. */
export function composeLogPeople(ledger: Ledger, overview: Overview): LogPerson[] {
  const names = new Map(ledger.people.map(({ id, name }) => [id, name]));
  const pairs = ledger.relationships.flatMap((relationship) =>
    (relationship.role === 'mentor' ? relationship.mentees : relationship.mentors)
      .filter((id) => id !== relationship.me)
      .map((id) => ({ relationship, id })),
  );
  const people = pairs.map(({ relationship, id }) => {
    const items = overview.items.filter((item) => item.relationship === relationship.id && item.menteeId === id);
    const waiting = findWaiting(items);
    const twice = pairs.filter((pair) => pair.id === id).length > 1;
    return {
      rank: Math.min(5, ...items.map(({ section }) => order[section])),
      person: {
        relationship: relationship.id,
        id,
        name: names.get(id) ?? id,
        ...(twice ? { under: relationship.programme } : {}),
        ...(waiting ? { waiting } : {}),
      },
    };
  });
  const urgency = ({ rank, person }: (typeof people)[number]) => (person.waiting ? -1 : rank);
  return people
    .sort((a, b) => urgency(a) - urgency(b) || a.person.name.localeCompare(b.person.name))
    .map(({ person }) => person);
}

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** What of the name comes after the letters that were typed of it; '' when none were. */
export function findLeft(name: string, typed: string): string {
  const start = fold(typed.trim());
  const at = fold(name).indexOf(start);
  return start === '' || at < 0 ? '' : fold(name).slice(at + start.length);
}

/** Those one of whose names begins with what was typed; accents and case make no difference. */
export function findByStart(people: LogPerson[], typed: string): LogPerson[] {
  const start = fold(typed.trim());
  if (start === '') return people;
  return people.filter(({ name }) => {
    const folded = fold(name);
    return folded.startsWith(start) || folded.split(/[\s,'’-]+/).some((word) => word.startsWith(start));
  });
}
