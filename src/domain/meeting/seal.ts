// Sealing: what a person signs, amends or takes back becomes the next link of its relationship's chain.
import {
  composeAmendmentSeal,
  composeCanonicalMark,
  composeCanonicalSignature,
  composeWithdrawalSeal,
} from './canonical.ts';
import { digestText } from './digest.ts';
import type { Amendment, Meeting, Seal, Signature, Withdrawal } from './meeting.ts';

export type Sealed<T extends Signature | Amendment> = T & { seal: Seal };
type Entry = Pick<Meeting, 'id' | 'relationship'>;

/** The digest that the seal of this signature has, after the seal `previous`. */
export async function digestSignature(entry: Entry, signature: Signature, previous: string): Promise<string> {
  const mark = composeCanonicalMark(signature);
  const made = mark === null ? undefined : await digestText(mark);
  return digestText(composeCanonicalSignature(entry, signature, made, previous));
}

/** @param previous the seal it follows, from `findHead` or the one made just before */
export async function sealSignature(entry: Entry, signature: Signature, previous: string): Promise<Sealed<Signature>> {
  return { ...signature, seal: { digest: await digestSignature(entry, signature, previous), previous } };
}

export async function sealAmendment(amendment: Amendment, previous: string): Promise<Sealed<Amendment>> {
  return { ...amendment, seal: { digest: await digestText(composeAmendmentSeal(amendment, previous)), previous } };
}

export async function sealWithdrawal(said: Omit<Withdrawal, 'seal'>, previous: string): Promise<Withdrawal> {
  return { ...said, seal: { digest: await digestText(composeWithdrawalSeal(said, previous)), previous } };
}
