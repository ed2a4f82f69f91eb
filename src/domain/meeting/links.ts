// The chain of a relationship: its sealed signatures, amendments and withdrawals, each after the one its seal names. The
// last of them can't be shown to be the last from within: that is what its print on a sheet or in a bundle is for.
import type { Ledger } from '../ledger.ts';
import { compareInstants } from '../time/instants.ts';
import { composeAmendmentSeal, composeWithdrawalSeal } from './canonical.ts';
import { digestText } from './digest.ts';
import type { Amendment, Meeting, Seal, Signature, Withdrawal } from './meeting.ts';
import { digestSignature } from './seal.ts';

export type ChainFacts = Pick<Ledger, 'meetings' | 'amendments' | 'withdrawals'>;

export interface Link {
  kind: 'signature' | 'amendment' | 'withdrawal';
  relationship: string;
  /** The entry's id. */
  meeting: string;
  /** Who signed or amended. */
  by: string;
  /** When they did, an instant; of a reply, when it was sent. */
  at: string;
  amendment?: string;
  seal: Seal;
  /** The digest that its seal has to have, computed anew. */
  digest(): Promise<string>;
}

/** Every link there is, of all relationships, in no order. An amendment is of its entry's relationship. */
export function findLinks({ meetings, amendments, withdrawals }: ChainFacts): Link[] {
  const relationships = new Map(meetings.map(({ id, relationship }) => [id, relationship]));
  return [
    ...meetings.flatMap((entry) => entry.signatures.flatMap((each) => linkSignature('signature', entry, each))),
    ...amendments.flatMap((each) => linkAmendment(each, relationships.get(each.meeting) ?? each.relationship)),
    ...withdrawals.flatMap(linkWithdrawal),
  ];
}

type Entry = Pick<Meeting, 'id' | 'relationship'>;

function linkSignature(kind: Link['kind'], entry: Entry, signature: Signature): Link[] {
  const { by, at, seal } = signature;
  if (!seal) return [];
  const digest = () => digestSignature(entry, signature, seal.previous);
  return [{ kind, relationship: entry.relationship, meeting: entry.id, by, at, seal, digest }];
}

function linkAmendment(amendment: Amendment, relationship: string): Link[] {
  const { id, meeting, by, at, seal } = amendment;
  if (!seal) return [];
  const digest = () => digestText(composeAmendmentSeal(amendment, seal.previous));
  return [{ kind: 'amendment', relationship, meeting, by, at, amendment: id, seal, digest }];
}

/** Two links: the signature, and its being taken back. */
function linkWithdrawal(withdrawal: Withdrawal): Link[] {
  const { relationship, meeting, at, signature, seal } = withdrawal;
  const digest = () => digestText(composeWithdrawalSeal(withdrawal, seal.previous));
  return [
    ...linkSignature('withdrawal', { id: meeting, relationship }, signature),
    { kind: 'withdrawal', relationship, meeting, by: signature.by, at, seal, digest },
  ];
}

const byTime = (a: Link, b: Link) => compareInstants(a.at, b.at);

/**
 * The links of one relationship from the first to the last. What follows a gap stands after what came before it; of
 * several such stretches, and of two links in one place, the older comes first.
 */
export function orderLinks(links: readonly Link[]): Link[] {
  const digests = new Set(links.map(({ seal }) => seal.digest));
  const followers = Map.groupBy(links, ({ seal }) => seal.previous);
  const begin = links.filter(({ seal }) => !digests.has(seal.previous)).sort(byTime);
  const first = begin.filter(({ seal }) => seal.previous === '');
  const ordered = new Set<Link>();
  for (const start of [...first, ...begin, ...links]) {
    const open = [start];
    for (let next = open.pop(); next; next = open.pop()) {
      if (ordered.has(next)) continue;
      ordered.add(next);
      const after = followers.get(next.seal.digest) ?? [];
      open.push(...(after.length > 1 ? after.toSorted(byTime).reverse() : after));
    }
  }
  return [...ordered];
}

/** The chain of one relationship, from the first link to the last. */
export function readChain(facts: ChainFacts, relationship: string): Link[] {
  return orderLinks(findLinks(facts).filter((link) => link.relationship === relationship));
}

/** What the next link of a relationship follows: the digest of its last seal, '' where there is none. */
export function findHead(facts: ChainFacts, relationship: string): string {
  return readChain(facts, relationship).at(-1)?.seal.digest ?? '';
}
