// Who is on a roster: a pasted list of addresses, or a table from a spreadsheet. Every row comes out, with what is wrong
// with it, so that a preview can show them all and keep the good ones.
import { readAddressList } from './address-list.ts';
import { readTable } from './roster-table.ts';

export type RosterProblem =
  /** There is a name, and no address. */
  | 'no-address'
  /** It is written like an address and is none, as `amina@` or `amina@school`. */
  | 'bad-address'
  /** `duplicateOf` says on which line the address stood first. */
  | 'duplicate'
  /** One person with several addresses: the first is given, and a person says whether it is the right one. */
  | 'too-many'
  /** The address belongs to somebody who is there already. */
  | 'already-known';

export interface RosterRow {
  /** Line of the text on which the row begins, from 1. */
  line: number;
  /** Made from the address where the text gives none. */
  name: string;
  /** Lower-cased; as written where it is no address, empty where there is none. */
  email: string;
  phone?: string;
  year?: string;
  problem?: RosterProblem;
  duplicateOf?: number;
}

/** One person as found in the text, before anything is judged. */
export interface Entry {
  line: number;
  name: string;
  addresses: string[];
  phone?: string;
  year?: string;
}

const ADDRESS = /^[^\s@"<>(),;:\\]+@[^\s@"<>(),;:\\.]+(\.[^\s@"<>(),;:\\.]+)+$/u;
// Marks that turn the direction of text or take no room: a name that carries them reads as another.
const UNSEEN = /[\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g;
const AFTER_NAME = /^(ph\.?d|m\.?d|m\.?sc|b\.?sc|m\.?a|b\.?a|jr|sr|i{2,3})\.?$/i;

/**
 * @param known addresses of people who are there already
 */
export function parseRoster(text: string, known: Iterable<string> = []): { rows: RosterRow[] } {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const entries = readTable(plain) ?? readAddressList(plain);
  const there = new Set([...known].map((email) => email.toLowerCase()));
  const first = new Map<string, number>();
  return { rows: entries.map((entry) => judgeEntry(entry, there, first)) };
}

function judgeEntry(entry: Entry, there: ReadonlySet<string>, first: Map<string, number>): RosterRow {
  const email = cleanAddress(entry.addresses[0] ?? '');
  const row = fill(entry, email);
  const problem = findProblem(entry, email, there);
  if (problem === 'no-address' || problem === 'bad-address') return { ...row, problem };
  const duplicateOf = first.get(email);
  if (duplicateOf !== undefined) return { ...row, problem: 'duplicate', duplicateOf };
  first.set(email, entry.line);
  return problem ? { ...row, problem } : row;
}

function findProblem(entry: Entry, email: string, there: ReadonlySet<string>): RosterProblem | undefined {
  if (email === '') return 'no-address';
  if (email.length > 254 || !ADDRESS.test(email)) return 'bad-address';
  if (there.has(email)) return 'already-known';
  return new Set(entry.addresses.map(cleanAddress)).size > 1 ? 'too-many' : undefined;
}

function fill(entry: Entry, email: string): RosterRow {
  const phone = clean(entry.phone ?? '').slice(0, 60);
  const year = clean(entry.year ?? '').slice(0, 60);
  return {
    line: entry.line,
    name: cleanName(entry.name) || nameFrom(email),
    email,
    ...(phone && { phone }),
    ...(year && { year }),
  };
}

/** No name or address is longer than that; what is, is cut before anything looks at it. */
const LONGEST = 1000;

function clean(text: string): string {
  const seen = text.slice(0, LONGEST).replace(UNSEEN, '');
  return seen.replace(/[\p{Cc}\s]+/gu, ' ').trim();
}

function cleanAddress(text: string): string {
  const bare = clean(text).replace(/^["'‘]+|[."'’]+$/g, '');
  return bare.replace(/^mailto:/i, '').toLowerCase();
}

/** `Okafor, Amina` is turned; a name that is only the address again is none. */
function cleanName(text: string): string {
  const name = clean(text).replace(/^['"‘“]+|['"’”]+$/g, '');
  const [last, first, ...rest] = name.split(',').map((part) => part.trim());
  const turns = last && first && rest.length === 0 && !AFTER_NAME.test(first);
  const turned = turns ? `${first} ${last}` : name;
  return turned.includes('@') ? '' : turned.slice(0, 300);
}

/** `amina.okafor@x.edu` is taken for Amina Okafor. */
function nameFrom(email: string): string {
  const local = email.split('@')[0]!.split('+')[0]!;
  const words = local.split(/[._\-\d]+/).filter((word) => word !== '');
  return words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join(' ') || email;
}
