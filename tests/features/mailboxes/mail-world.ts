// The world of the calendar tests, with an account whose mail is read.

import type { Mailbox } from '../../../src/domain/thread/mailbox.ts';
import type { MailboxesDeps } from '../../../src/features/mailboxes/deps.ts';
import { syncMailSlice } from '../../../src/features/mailboxes/sync.ts';
import { mailboxesHandlers } from '../../../src/features/mailboxes/worker.ts';
import { person } from '../../ledger/facts.ts';
import { World } from '../calendars/world.ts';
import { FakeMail } from './fake-mail.ts';

export const account = 'google me@example.edu';

export class MailWorld extends World {
  override readonly provider = new FakeMail();
  /** Whether a client may ask for mail. */
  hasClient = true;

  override get deps(): MailboxesDeps {
    const { mail } = this.provider;
    const deps = super.deps;
    const stepped = {
      ...mail,
      open: (given: Parameters<typeof mail.open>[0]) => {
        const session = mail.open(given);
        return {
          readPage: (wanted: Parameters<typeof session.readPage>[0]) => this.step(() => session.readPage(wanted)),
        };
      },
    };
    return {
      ...deps,
      providers: deps.providers.map((provider) => ({ ...provider, mail: stepped })),
      findMailClient: () => (this.hasClient ? { id: 'client' } : undefined),
    };
  }

  get mailHandlers() {
    return mailboxesHandlers<undefined>({ ...this.deps, requestSync: () => void this.syncs++ });
  }

  override sync(): Promise<string | undefined> {
    return syncMailSlice(this.deps);
  }

  async connectMail(): Promise<void> {
    await this.mailHandlers['mail.connect']({ provider: 'google' }, undefined);
  }

  async addMentee(id: string): Promise<void> {
    const [pair] = await this.ledger.getAll('relationships');
    await this.ledger.apply([
      { list: 'people', put: person(id) },
      { list: 'relationships', put: { ...pair!, mentees: [...pair!.mentees, id] } },
    ]);
  }

  async messages() {
    return this.ledger.getAll('messages');
  }

  async mailbox(folder: Mailbox['folder'] = 'inbox'): Promise<Mailbox> {
    return (await this.ledger.get('mailboxes', `${account} ${folder}`))!;
  }

  async source() {
    return this.ledger.get('sources', 'microsoft-mail me@example.edu');
  }
}

/** A pair since September, whose mentor has let an account's mail be read. */
export async function startMail(fill: (provider: FakeMail) => void): Promise<MailWorld> {
  const world = new MailWorld();
  world.provider.add('primary', [], { primary: true });
  fill(world.provider);
  await world.connect();
  await world.connectMail();
  return world;
}
