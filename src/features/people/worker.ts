// Who is mentored, in the worker: each call is one transaction.
import type { LedgerWriter } from '../../ledger/ledger.ts';
import type { Handlers } from '../../messages/contract.ts';
import { CallFailure } from '../../messages/failure.ts';
import type { CallContext } from '../../messages/serve.ts';
import type { people } from './contract.ts';
import { planRemovePerson } from './remove-person.ts';
import { planRemoveRelationship } from './remove-relationship.ts';

export interface PeopleDeps {
  /** The shared connection; it is not to be closed. */
  open(): Promise<LedgerWriter>;
  /** Whether an id belongs to a pack that comes with Waymark. */
  isBuiltIn(programme: string): boolean;
}

export function peopleHandlers({ open, isBuiltIn }: PeopleDeps): Handlers<typeof people, CallContext> {
  return {
    async 'people.save'(input) {
      const ledger = await open();
      await ledger.apply([
        ...input.people.map((put) => ({ list: 'people' as const, put })),
        ...input.relationships.map((put) => ({ list: 'relationships' as const, put })),
      ]);
      return null;
    },
    async 'people.remove'({ person }) {
      const ledger = await open();
      const all = await ledger.readAll();
      if (all.relationships.some((relationship) => relationship.me === person)) throw new CallFailure('not-allowed');
      await ledger.apply(planRemovePerson(all, person));
      return null;
    },
    async 'relationships.remove'({ relationship }) {
      const ledger = await open();
      await ledger.apply(planRemoveRelationship(await ledger.readSmall(), relationship));
      return null;
    },
    async 'programmes.save'({ programme }) {
      if (isBuiltIn(programme.id)) throw new CallFailure('not-allowed', 'id');
      await (await open()).apply([{ list: 'programmes', put: programme }]);
      return null;
    },
    async 'programmes.remove'({ programme }) {
      const ledger = await open();
      const used = (await ledger.getAll('relationships')).some((each) => each.programme === programme);
      if (used) throw new CallFailure('not-allowed', 'relationships');
      await ledger.apply([{ list: 'programmes', remove: programme }]);
      return null;
    },
  };
}
