// Everything in the ledger as one versioned JSON document, and back. Nothing half-read comes out: a backup is either
// whole or refused with a code.
import * as z from 'zod/mini';
import { emptyLedger, type Ledger, type ListName, ledgerSchemas, listNames } from '../domain/ledger.ts';
import { isCut, isTooDeep } from './brackets.ts';
import { findHostileKey } from './hostile.ts';

const VERSION = 1;

const Envelope = z.object({
  waymark: z.literal('backup'),
  version: z.number().check(z.int(), z.gte(1)),
  ledger: z.record(z.string(), z.unknown()),
});
const Versioned = z.object({ waymark: z.literal('backup'), version: z.number().check(z.gt(VERSION)) });

export type BackupProblemCode = 'not-json' | 'cut' | 'not-a-backup' | 'newer-version' | 'broken-record' | 'hostile';

/**
 * Why a backup is refused. `detail` names the version, the key, or the list with the index and field of the record
 * (`messages 12 sentAt`); it never holds content.
 */
export class BackupProblem extends Error {
  readonly code: BackupProblemCode;
  readonly detail: string;
  constructor(code: BackupProblemCode, detail: string) {
    super(detail ? `${code}: ${detail}` : code);
    this.name = 'BackupProblem';
    this.code = code;
    this.detail = detail;
  }
}

export function writeBackup(ledger: Ledger): string {
  return JSON.stringify({ waymark: 'backup', version: VERSION, ledger });
}

/**
 * The ledger of a backup. Lists that an older Waymark did not know are empty; fields beyond a record's schema are kept.
 * @throws {BackupProblem} and nothing else
 */
export function readBackup(text: string): Ledger {
  const file = parseBackup(text);
  const newer = Versioned.safeParse(file);
  if (newer.success) throw new BackupProblem('newer-version', String(newer.data.version));
  const envelope = Envelope.safeParse(file);
  if (!envelope.success) throw new BackupProblem('not-a-backup', '');
  const hostile = findHostileKey(file);
  if (hostile) throw new BackupProblem('hostile', hostile);
  return readLists((file as { ledger: Record<string, unknown> }).ledger);
}

function parseBackup(text: string): unknown {
  const json = text.replace(/^\uFEFF/, '');
  if (isTooDeep(json)) throw new BackupProblem('hostile', 'nesting');
  try {
    return JSON.parse(json);
  } catch {
    throw new BackupProblem(isCut(json) ? 'cut' : 'not-json', '');
  }
}

function readLists(lists: Record<string, unknown>): Ledger {
  const unknown = Object.keys(lists).find((name) => !Object.hasOwn(ledgerSchemas, name));
  if (unknown !== undefined) throw new BackupProblem('newer-version', unknown);
  const read = listNames.map((name) => [name, readList(name, lists[name] === undefined ? [] : lists[name])]);
  return { ...emptyLedger(), ...Object.fromEntries(read) };
}

function readList(name: ListName, list: unknown): unknown[] {
  if (!Array.isArray(list)) throw new BackupProblem('broken-record', name);
  return list.map((record: unknown, index) => {
    const read = ledgerSchemas[name].safeParse(record);
    if (read.success) return keepMore(record, read.data);
    const field = read.error.issues[0]?.path.join('.');
    throw new BackupProblem(
      'broken-record',
      [name, index, field].filter((part) => part !== undefined && part !== '').join(' '),
    );
  });
}

/** What was read, with the fields that the schema does not know put back where they were. */
function keepMore(original: unknown, read: unknown): unknown {
  if (Array.isArray(original) && Array.isArray(read)) return original.map((item, at) => keepMore(item, read[at]));
  if (!isObject(original) || !isObject(read)) return read;
  const fields = Object.keys(original).map((key) => [
    key,
    Object.hasOwn(read, key) ? keepMore(original[key], read[key]) : original[key],
  ]);
  return Object.fromEntries(fields);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
