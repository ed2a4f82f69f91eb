// The chain as a file: every entry and amendment in its canonical form, as text, with the digests that were signed. Who
// checks it hashes each text and compares; nothing has to be written again for that.
import { composeCanonicalAmendment, composeCanonicalMeeting } from '../../domain/meeting/canonical.ts';
import { digestMeeting } from '../../domain/meeting/chain.ts';
import type { Signature } from '../../domain/meeting/meeting.ts';
import type { Person } from '../../domain/people/person.ts';
import type { ChosenEntry } from './choose-entries.ts';
import { nameOf } from './person-words.ts';

export interface ChainFile {
  form: 'waymark-chain-1';
  /** Names by person id, of those that the bundle is about; others stand by their id. */
  people: Record<string, string>;
  entries: ChainEntry[];
  amendments: ChainAmendment[];
}

export interface ChainEntry {
  id: string;
  /** Instant. */
  start: string;
  digest: string;
  /** Absent where the entry holds a note that is only mentor's and mentee's, and that was left out. */
  canonical?: string;
  signatures: Pick<Signature, 'by' | 'how' | 'at' | 'digest'>[];
}

export interface ChainAmendment {
  id: string;
  meeting: string;
  digest: string;
  previous: string;
  canonical?: string;
}

export interface ChainOptions {
  /** Whether notes that mentor and mentee share may be read by those who get the bundle. */
  includeShared: boolean;
  /** Person ids that may be named. */
  named: ReadonlySet<string>;
}

export async function composeChain(
  entries: readonly ChosenEntry[],
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
    entries: await Promise.all(entries.map((entry) => composeEntry(entry, includeShared))),
    amendments: entries.flatMap(({ amendments }) =>
      amendments.map((each) => ({
        id: each.id,
        meeting: each.meeting,
        digest: each.digest,
        previous: each.previous,
        ...(mayShow(each.change, includeShared) && { canonical: composeCanonicalAmendment(each) }),
      })),
    ),
  };
}

async function composeEntry({ stored }: ChosenEntry, includeShared: boolean): Promise<ChainEntry> {
  return {
    id: stored.id,
    start: stored.start,
    digest: await digestMeeting(stored),
    ...(mayShow(stored, includeShared) && { canonical: composeCanonicalMeeting(stored) }),
    signatures: stored.signatures.map(({ by, how, at, digest }) => ({ by, how, at, digest })),
  };
}

const mayShow = ({ sharedNote }: { sharedNote?: string | undefined }, includeShared: boolean) =>
  includeShared || !sharedNote;
