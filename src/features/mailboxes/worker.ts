// The worker's side of the mail calls. Every handler starts from storage and answers after the commit.
import type { Change } from '../../ledger/ledger.ts';
import type { Handlers } from '../../messages/contract.ts';
import { CallFailure } from '../../messages/failure.ts';
import { connect } from '../calendars/connect.ts';
import { askAgain } from '../calendars/problems.ts';
import { planRetries } from '../calendars/worker.ts';
import type { mailboxes } from './contract.ts';
import type { MailboxesDeps } from './deps.ts';
import { planForgetMail } from './forget.ts';
import { planImport } from './import.ts';

export interface MailboxesHandlerDeps extends MailboxesDeps {
  /** Asks for a slice, and waits for nothing. */
  requestSync(): void;
}

export function mailboxesHandlers<Context>(deps: MailboxesHandlerDeps): Handlers<typeof mailboxes, Context> {
  return {
    async 'mail.connect'({ provider: name, account }) {
      const ledger = await deps.open();
      const provider = deps.providers.find((each) => each.provider === name);
      const client = deps.findMailClient(name, await ledger.get('settings', 'settings'));
      if (!provider?.mail || !client) return { done: false, code: 'not-configured' };
      const known = account === undefined ? undefined : await ledger.get('accounts', account);
      const outcome = await connect(deps, provider, known, { mail: true });
      if (outcome.done) deps.requestSync();
      return outcome;
    },
    async 'mail.disconnect'({ account: id }) {
      const ledger = await deps.open();
      const account = await ledger.get('accounts', id);
      if (!account) throw new CallFailure('not-found', 'account');
      await ledger.apply(await planForgetMail(ledger, account));
      return null;
    },
    async 'mail.sync'({ account }) {
      const ledger = await deps.open();
      const now = deps.now();
      const isAsked = (id: string) => account === undefined || id === account;
      const mailboxes = (await ledger.getAll('mailboxes')).filter((each) => isAsked(each.account));
      const read = new Set(mailboxes.map((each) => each.account));
      const accounts = (await ledger.getAll('accounts')).filter(({ id }) => read.has(id));
      const asked = mailboxes.map((each): Change => ({ list: 'mailboxes', put: askAgain(each, now) }));
      await ledger.apply([...planRetries(accounts, now), ...asked]);
      deps.requestSync();
      return null;
    },
    async 'mail.import'(brought) {
      const ledger = await deps.open();
      const counts = await ledger.applyMessages(await planImport(ledger, brought, deps.now()));
      return { added: counts?.added ?? 0, changed: counts?.changed ?? 0, same: counts?.same ?? 0 };
    },
    async 'message.correct'({ message, kind, asks }) {
      const ledger = await deps.open();
      if (!(await ledger.readMessage(message))) throw new CallFailure('not-found', 'message');
      const said = { ...(kind !== undefined && { kind }), ...(asks !== undefined && { asks }) };
      const id = `correction ${Object.keys(said).join(' ')} ${message}`;
      await ledger.apply([{ list: 'corrections', put: { id, message, at: deps.now(), ...said } }]);
      return { list: 'corrections', id };
    },
  };
}
