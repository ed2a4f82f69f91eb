// The chain as a file: every entry, signature and amendment in its canonical form, as text, with the digests that were
// signed and sealed. Who checks it hashes each text and compares; nothing has to be written again for that. Of a
// signature's strokes and message it holds no more than a digest, and of what the bundle is not about only bare seals.
import {
  composeCanonicalAmendment,
  composeCanonicalMark,
  composeCanonicalMeeting,
  composeCanonicalSignature,
} from '../../domain/meeting/canonical.ts';
import { digestMeeting, type Link } from '../../domain/meeting/chain.ts';
import { digestText } from '../../domain/meeting/digest.ts';
import type { Meeting, Seal, Signature } from '../../domain/meeting/meeting.ts';
import type { Person } from '../../domain/people/person.ts';
import type { ChosenEntry } from './choose-entries.ts';
import { nameOf } from './person-words.ts';

export interface ChainFile {
  form: 'waymark-chain-1';
  /** Names by person id, of those that the bundle is about; others stand by their id. */
  people: Record<string, string>;
  entries: ChainEntry[];
  amendments: ChainAmendment[];
  /** Every seal of the relationship, first to last, whatever it seals; the last is the head of the chain. */
  seals: ChainSeal[];
}

export interface ChainEntry {
  id: string;
  /** Instant. */
  start: string;
  digest: string;
  /** Absent where the entry holds a note that is only mentor's and mentee's, and that was left out. */
  canonical?: string;
  signatures: ChainSignature[];
}

export interface ChainSignature extends Pick<Signature, 'by' | 'how' | 'at' | 'digest'> {
  /** Absent where it was given without one. */
  seal?: Seal;
  /** Absent where it was given by somebody whom the bundle does not name. */
  canonical?: string;
}

export interface ChainAmendment {
  id: string;
  meeting: string;
  digest: string;
  previous: string;
  canonical?: string;
  seal?: Seal;
}

export interface ChainSeal extends Seal {
  /** What it seals is not part of this file: it belongs to another time or another mentee, or was taken back. */
  leftOut?: true;
}

export interface ChainOptions {
  /** Whether notes that mentor and mentee share may be read by those who get the bundle. */
  includeShared: boolean;
  /** Person ids that may be named. */
  named: ReadonlySet<string>;
}

/** `links` is the whole chain of the relationship, in its order. */
export async function composeChain(
  entries: readonly ChosenEntry[],
  links: readonly Link[],
  people: ReadonlyMap<string, Person>,
  { includeShared, named }: ChainOptions,
): Promise<ChainFile> {
  const found = new Set(
    entries.flatMap(({ stored, amendments }) => [
      ...stored.attendees,
      ...stored.signatures.map(({ by }) => by),
      ...amendments.flatMap(({ by, change }) => [by, ...(change.attendees ?? [])]),
    ]),
  );
  return {
    form: 'waymark-chain-1',
    people: Object.fromEntries([...found].filter((id) => named.has(id)).map((id) => [id, nameOf(people, id)])),
    entries: await Promise.all(entries.map((entry) => composeEntry(entry, includeShared, named))),
    amendments: entries.flatMap(({ amendments }) =>
      amendments.map((each) => ({
        id: each.id,
        meeting: each.meeting,
        digest: each.digest,
        previous: each.previous,
        ...(mayShow(each.change, includeShared) && { canonical: composeCanonicalAmendment(each) }),
        ...(each.seal && { seal: each.seal }),
      })),
    ),
    seals: composeSeals(entries, links),
  };
}

function composeSeals(entries: readonly ChosenEntry[], links: readonly Link[]): ChainSeal[] {
  const here = new Set(
    entries.flatMap(({ stored, amendments }) =>
      [...stored.signatures, ...amendments].flatMap(({ seal }) => (seal ? [seal.digest] : [])),
    ),
  );
  return links.map(({ seal: { digest, previous } }) => ({
    digest,
    previous,
    ...(!here.has(digest) && { leftOut: true as const }),
  }));
}

async function composeEntry(
  { stored }: ChosenEntry,
  includeShared: boolean,
  named: ReadonlySet<string>,
): Promise<ChainEntry> {
  return {
    id: stored.id,
    start: stored.start,
    digest: await digestMeeting(stored),
    ...(mayShow(stored, includeShared) && { canonical: composeCanonicalMeeting(stored) }),
    signatures: await Promise.all(stored.signatures.map((each) => composeSignature(stored, each, named))),
  };
}

async function composeSignature(
  entry: Meeting,
  signature: Signature,
  named: ReadonlySet<string>,
): Promise<ChainSignature> {
  const { by, how, at, digest, seal } = signature;
  const shown = { by, how, at, digest, ...(seal && { seal }) };
  if (!seal || !named.has(by)) return shown;
  const mark = composeCanonicalMark(signature);
  const made = mark === null ? undefined : await digestText(mark);
  return { ...shown, canonical: composeCanonicalSignature(entry, signature, made, seal.previous) };
}

const mayShow = ({ sharedNote }: { sharedNote?: string | undefined }, includeShared: boolean) =>
  includeShared || !sharedNote;
