// Mail that was sent is seen as it comes in, from a page or an account: whoever it told of an absence is ticked, in the
// same breath in which it is stored.

import { isTellingDue, planSeen, readSentMessages, readSentSight, type SentMail } from '../../features/away/sent.ts';
import type { deadlines } from '../../features/deadlines/contract.ts';
import type { Change, LedgerWriter, MessageChanges } from '../../ledger/ledger.ts';
import type { Handlers } from '../../messages/contract.ts';

interface SeeDeps {
  open(): Promise<LedgerWriter>;
  now(): string;
}

async function plan(ledger: LedgerWriter, mails: readonly SentMail[], now: string): Promise<Change[]> {
  // Most of the time nobody goes away.
  if (mails.length === 0 || (await ledger.getAll('away')).length === 0) return [];
  const small = await ledger.readSmall();
  if (!isTellingDue(small, now)) return [];
  return planSeen(small, mails, now).map((put): Change => ({ list: 'notices', put }));
}

/** What pages show: a mail to a co-mentor alone is no mentee's, so it is looked at before it is forgotten. */
export function seeSentOnPages<Context>(
  handlers: Handlers<typeof deadlines, Context>,
  { open, now }: SeeDeps,
): Handlers<typeof deadlines, Context> {
  return {
    ...handlers,
    async 'page.saw'(sight, context) {
      const ledger = await open();
      const changes = await plan(ledger, readSentSight(sight), now());
      if (changes.length > 0) await ledger.apply(changes);
      return handlers['page.saw'](sight, context);
    },
  };
}

/** A ledger for whoever brings messages of accounts and files. */
export function seeSentInMail({ open, now }: SeeDeps): () => Promise<LedgerWriter> {
  return async () => {
    const ledger = await open();
    const applyMessages = async (changes: MessageChanges) => {
      const seen = await plan(ledger, readSentMessages(changes.put ?? []), now());
      return ledger.applyMessages(seen.length > 0 ? { ...changes, with: [...(changes.with ?? []), ...seen] } : changes);
    };
    return new Proxy(ledger, {
      get(target, name) {
        if (name === 'applyMessages') return applyMessages;
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  };
}
