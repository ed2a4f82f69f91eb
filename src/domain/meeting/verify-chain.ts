// Which signed entry, signature, or amendment is no longer what it was, and where one is gone. Found is every change of
// what stands in a chain and every removal from its middle. That its last links were dropped shows only in what was given
// out before (the last seal on a sheet, the seals in a bundle); so does a chain that was written anew from some link on.
import { composeCanonicalAmendment, composeCanonicalMeeting } from './canonical.ts';
import { digestText } from './digest.ts';
import { type ChainFacts, findLinks } from './links.ts';
import type { Amendment, Meeting } from './meeting.ts';
import { verifySeals } from './verify-seals.ts';

/**
 * `entry-changed`: the entry is not what was signed. `amendment-changed`: the same of an amendment. `link-missing`: what
 * the amendment follows is not there. `link-doubled`: another follows the same one. `order`: older than the one it
 * follows. `not-signed`: the entry it amends was never signed. `entry-missing`: the entry is not there.
 *
 * Of seals: `signature-changed`: who signed, how, when or with what is not what was sealed. `seal-changed`: an
 * amendment's seal is not its own. `withdrawal-changed`: the same of a signature that was taken back. `seal-missing`:
 * what was sealed just before is gone. `seal-doubled`: another follows the same one. `not-sealed`: a signature or
 * amendment that stands in no chain. Of scans, where those are looked at: `scan-changed`, `scan-missing`.
 */
export type FindingCode =
  | 'signature-changed'
  | 'seal-changed'
  | 'withdrawal-changed'
  | 'seal-missing'
  | 'seal-doubled'
  | 'not-sealed'
  | 'scan-changed'
  | 'scan-missing'
  | 'entry-changed'
  | 'amendment-changed'
  | 'link-missing'
  | 'link-doubled'
  | 'order'
  | 'not-signed'
  | 'entry-missing';

export interface Finding {
  code: FindingCode;
  /** The entry's id. */
  meeting: string;
  amendment?: string;
  /** Whose signature it is about. */
  by?: string;
  /** seal-missing: the instant of what follows the gap. */
  at?: string;
}

/** What was touched; empty when every signature and every link holds. Scans are looked at by `verifyScans`. */
export async function verifyChain(facts: ChainFacts): Promise<Finding[]> {
  const [entries, seals] = await Promise.all([verifyEntries(facts), verifySeals(findLinks(facts))]);
  return [...entries, ...seals, ...findUnsealed(facts)];
}

function findUnsealed({ meetings, amendments }: ChainFacts): Finding[] {
  return [
    ...meetings.flatMap(({ id: meeting, signatures }) =>
      signatures.filter(({ seal }) => !seal).map(({ by }): Finding => ({ code: 'not-sealed', meeting, by })),
    ),
    ...amendments.filter(({ seal }) => !seal).map((each) => finding('not-sealed', each)),
  ];
}

async function verifyEntries({ meetings, amendments }: ChainFacts): Promise<Finding[]> {
  const byMeeting = Map.groupBy(amendments, (each) => each.meeting);
  const known = new Set(meetings.map(({ id }) => id));
  const missing = amendments.filter(({ meeting }) => !known.has(meeting));
  const found = await Promise.all(meetings.map((meeting) => verifyEntry(meeting, byMeeting.get(meeting.id) ?? [])));
  return [...found.flat(), ...missing.map((each) => finding('entry-missing', each))];
}

async function verifyEntry(meeting: Meeting, amendments: readonly Amendment[]): Promise<Finding[]> {
  const { id, signatures } = meeting;
  if (signatures.length === 0) return amendments.map((each) => finding('not-signed', each));
  const digest = await digestText(composeCanonicalMeeting(meeting));
  const known = new Set([digest, ...amendments.map((each) => each.digest)]);
  const broken = signatures.filter((signature) => !known.has(signature.digest));
  const entry = broken.map(({ by }): Finding => ({ code: 'entry-changed', meeting: id, by }));
  const root = new Set([digest, ...signatures.map((signature) => signature.digest)]);
  return [...entry, ...(await verifyAmendments(amendments, root))];
}

/** `root`: digests of the entry, as it is and as it was signed, so that a changed entry is told of once. */
async function verifyAmendments(amendments: readonly Amendment[], root: ReadonlySet<string>): Promise<Finding[]> {
  const byDigest = new Map(amendments.map((each) => [each.digest, each]));
  const followers = Map.groupBy(amendments, (each) => each.previous);
  const found = await Promise.all(
    amendments.map(async (each) => {
      const before = byDigest.get(each.previous);
      const codes: [FindingCode, boolean][] = [
        ['amendment-changed', (await digestText(composeCanonicalAmendment(each))) !== each.digest],
        ['link-missing', !before && !root.has(each.previous)],
        ['link-doubled', followers.get(each.previous)!.length > 1],
        ['order', before !== undefined && Temporal.Instant.compare(each.at, before.at) < 0],
      ];
      return codes.filter(([, is]) => is).map(([code]) => finding(code, each));
    }),
  );
  return found.flat();
}

const finding = (code: FindingCode, { id, meeting }: Amendment): Finding => ({ code, meeting, amendment: id });
