// Puts messages into mailboxes.
import type { Address } from '../../../src/domain/record.ts';
import { accounts, me } from './cast.ts';
import { legacyId } from './ids.ts';
import type { AccountId, Header, Label, Member, StandinMessage } from './types.ts';

export interface Draft {
  account: AccountId;
  at: number;
  from: Address;
  to: Address[];
  cc?: Address[];
  bcc?: Address[];
  subject: string;
  body: string;
  kind?: StandinMessage['kind'];
  asks?: boolean;
  /** The thread it belongs to; a new one when absent. */
  threadId?: string;
  unread?: boolean;
  archived?: boolean;
  draft?: boolean;
  headers?: Header[];
}

export interface Post {
  messages: StandinMessage[];
  send(draft: Draft): StandinMessage;
}

export function makePost(): Post {
  const messages: StandinMessage[] = [];
  const send = (draft: Draft) => {
    const message = toMessage(draft, messages.length + 1);
    messages.push(message);
    return message;
  };
  return { messages, send };
}

/** The message a mailbox stores. `order` tells messages of one moment apart. */
export function toMessage(wanted: Draft, order: number): StandinMessage {
  const { account, at, from, to, cc = [], bcc, subject, body, kind = 'personal', asks, unread = false } = wanted;
  const id = legacyId(at, (order * 7919) & 0xfffff);
  const mine = accounts.some((one) => one.id === account && one.address.email === from.email);
  return {
    account,
    threadId: wanted.threadId ?? id,
    id,
    sentAt: new Date(at).toISOString(),
    from,
    to,
    cc,
    ...(bcc ? { bcc } : {}),
    subject,
    body,
    unread: unread && !mine,
    labels: [placeOf(wanted, mine)],
    kind,
    ...(asks === undefined ? {} : { asks }),
    ...(wanted.draft ? { draft: true } : {}),
    ...(wanted.headers ? { headers: wanted.headers } : {}),
  };
}

function placeOf({ draft, archived }: Draft, mine: boolean): Label {
  if (draft) return 'draft';
  if (mine) return 'sent';
  return archived ? 'archive' : 'inbox';
}

export function addressOf(member: Member, which = 0): Address {
  return { name: member.name, email: member.emails[which] ?? member.emails[0]! };
}

/** The mentor's own address in one mailbox. */
export function myAddress(account: AccountId): Address {
  return { name: me.name, email: account === 'outlook' ? me.emails[1]! : me.emails[0]! };
}
