// The doors of the planner to mail and settings, as our own pages have them.

import type { Ledger } from '../domain/ledger.ts';
import type { Account } from '../domain/meeting/calendar.ts';
import type { AwayActions, ReplyAccount } from '../features/away/views/actions.ts';
import { makeOutsideActions, type OutsideFacts } from './away-page/actions.ts';
import type { PageDeps } from './page-deps.ts';

/** Microsoft's accounts can set it; Google's only with a client of the institution's own. */
function canSet({ provider }: Account, { settings }: Ledger): boolean {
  return provider === 'microsoft' || settings[0]?.clients?.google !== undefined;
}

const composeAccount = ({ id, provider, address }: Account): ReplyAccount => ({ id, provider, address });

export function makeAwayActions(deps: PageDeps, facts: OutsideFacts): AwayActions {
  const { ask } = deps;
  const { small } = facts;
  return {
    ...makeOutsideActions(deps, facts),
    accounts: small.accounts.filter((account) => canSet(account, small)).map(composeAccount),
    async readReply(account) {
      const answer = await ask('away.readReply', { account });
      return answer.ok ? answer.value : { outcome: { done: false, code: 'failed' } };
    },
    async setInAccount({ id: away }, { id: account }, { inside, outside }, over) {
      const answer = await ask('away.setReply', { away, account, inside, outside, over });
      return answer.ok ? answer.value : { done: false, code: 'failed' };
    },
  };
}
