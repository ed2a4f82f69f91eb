// A ledger whose signatures and amendments are sealed, in the order of their times, as if each had been stored then.
import { type ChainFacts, sealAmendment, sealSignature } from '../../../src/domain/meeting/chain.ts';
import type { Amendment, Seal, Signature } from '../../../src/domain/meeting/meeting.ts';
import { compareInstants } from '../../../src/domain/time/instants.ts';

interface Step {
  of: Signature | Amendment;
  relationship: string;
  seal(previous: string): Promise<{ seal: Seal }>;
}

/** Seals that are there are made anew. It knows no withdrawals. */
export async function sealAll<F extends Pick<ChainFacts, 'meetings' | 'amendments'>>(facts: F): Promise<F> {
  const relationships = new Map(facts.meetings.map(({ id, relationship }) => [id, relationship]));
  const steps: Step[] = [
    ...facts.meetings.flatMap((entry) =>
      entry.signatures.map(
        (of): Step => ({ of, relationship: entry.relationship, seal: (head) => sealSignature(entry, of, head) }),
      ),
    ),
    ...facts.amendments.map((of): Step => {
      const relationship = relationships.get(of.meeting) ?? of.relationship;
      return { of, relationship, seal: (head) => sealAmendment(of, head) };
    }),
  ];
  const heads = new Map<string, string>();
  const seals = new Map<Step['of'], Seal>();
  for (const { of, relationship, seal: make } of steps.sort((a, b) => compareInstants(a.of.at, b.of.at))) {
    const { seal } = await make(heads.get(relationship) ?? '');
    seals.set(of, seal);
    heads.set(relationship, seal.digest);
  }
  const give = <T extends Step['of']>(each: T): T => ({ ...each, seal: seals.get(each)! });
  return {
    ...facts,
    meetings: facts.meetings.map((each) => ({ ...each, signatures: each.signatures.map(give) })),
    amendments: facts.amendments.map(give),
  };
}
