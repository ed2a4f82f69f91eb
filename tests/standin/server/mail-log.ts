// What happened in the mailboxes, in order: what a sync of changes has to tell.
import type { AccountId, Label, StandinMessage } from '../semester/types.ts';

export interface MailChange {
  /** Counts up, over all mailboxes. */
  number: number;
  message: StandinMessage;
  /** `read`: only its being unread changed. */
  what: 'added' | 'moved' | 'read' | 'deleted';
  from?: Label;
  to?: Label;
}

export class MailLog {
  readonly #changes: MailChange[] = [];
  readonly #oldest = new Map<AccountId, number>();
  #number = 0;

  /** The number of the latest change. */
  get number(): number {
    return this.#number;
  }

  note(change: Omit<MailChange, 'number'>): void {
    this.#changes.push({ ...change, number: ++this.#number });
  }

  /** What came after a number in one mailbox; null where that is too long ago to tell, or was never. */
  since(account: AccountId, number: number): MailChange[] | null {
    if (number < (this.#oldest.get(account) ?? 0) || number > this.#number) return null;
    return this.#changes.filter((each) => each.number > number && each.message.account === account);
  }

  /** Tokens given so far for this mailbox no longer hold. */
  expire(account: AccountId): void {
    this.#oldest.set(account, ++this.#number);
  }
}
