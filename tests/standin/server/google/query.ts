// Gmail's search as far as it is asked (support.google.com/mail/answer/7190): operators, braces for "any of", minus for "not".
import type { Address } from '../../../../src/domain/record.ts';
import type { StandinMessage } from '../../semester/types.ts';

type Test = (message: StandinMessage) => boolean;

/** Null for an operator that the stand-in does not know: better none than a wrong answer. */
export function parseQuery(q: string): Test | null {
  const tests = [...q.matchAll(/-?\{[^}]*\}|\S+/g)].map(([part]) => parsePart(part));
  return tests.every((test) => test !== null) ? (message) => tests.every((test) => test(message)) : null;
}

function parsePart(part: string): Test | null {
  if (part.startsWith('-')) {
    const test = parsePart(part.slice(1));
    return test && ((message) => !test(message));
  }
  if (!part.startsWith('{')) return parseTerm(part);
  const tests = part.slice(1, -1).trim().split(/\s+/).map(parseTerm);
  return tests.every((test) => test !== null) ? (message) => tests.some((test) => test(message)) : null;
}

const has = (people: readonly Address[], email: string) => people.some((each) => each.email === email.toLowerCase());

function parseTerm(term: string): Test | null {
  const [, operator = '', value = ''] = /^(\w+):(.+)$/.exec(term) ?? [];
  switch (operator) {
    case '':
      return ({ subject, body }) => `${subject} ${body}`.toLowerCase().includes(term.toLowerCase());
    case 'from':
      return ({ from }) => has([from], value);
    case 'to':
      return ({ to }) => has(to, value);
    case 'cc':
      return ({ cc }) => has(cc, value);
    case 'bcc':
      return ({ bcc = [] }) => has(bcc, value);
    case 'after':
      return ({ sentAt }) => Math.floor(Date.parse(sentAt) / 1000) > toSeconds(value);
    case 'before':
      return ({ sentAt }) => Math.floor(Date.parse(sentAt) / 1000) < toSeconds(value);
    case 'in':
      return parsePlace(value);
    default:
      return null;
  }
}

/** Seconds, or a day as 2026/03/09. */
function toSeconds(value: string): number {
  return /^\d+$/.test(value) ? Number(value) : Date.parse(value.replaceAll('/', '-')) / 1000;
}

function parsePlace(place: string): Test | null {
  if (place === 'drafts' || place === 'draft') return ({ draft }) => draft === true;
  if (place === 'chats') return () => false;
  if (place === 'anywhere') return () => true;
  if (place === 'inbox' || place === 'sent' || place === 'trash') return ({ labels }) => labels.includes(place);
  return null;
}
