import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../../src/domain/ledger.ts';
import { peopleHandlers } from '../../../src/features/people/worker.ts';
import { MemoryLedger } from '../../../src/ledger/memory.ts';
import { at, contact, message, person, relationship, smallLife } from '../../ledger/facts.ts';

const context = { caller: 'dashboard', request: 'r' } as const;

async function start(facts: Ledger = smallLife()) {
  const commits: string[][] = [];
  const ledger = new MemoryLedger({ onCommit: (lists) => commits.push(lists) });
  await ledger.replaceAll(facts);
  commits.length = 0;
  const handlers = peopleHandlers({ open: async () => ledger, isBuiltIn: (id) => id === 'care' });
  return { ledger, handlers, commits };
}

const ids = (records: { id: string }[]) => records.map((record) => record.id).sort();

describe('saving people', () => {
  it('puts people and relationships in one transaction', async () => {
    const { ledger, handlers, commits } = await start();
    const input = { people: [person('zoe')], relationships: [relationship('pair-zoe', ['zoe'])] };
    expect(await handlers['people.save'](input, context)).toBeNull();
    expect(commits).toEqual([['people', 'relationships']]);
    expect(await ledger.get('relationships', 'pair-zoe')).toEqual(input.relationships[0]);
  });
});

describe('forgetting a person', () => {
  it('removes the mail they wrote and that was between them and the mentor', async () => {
    const { ledger, handlers } = await start();
    await handlers['people.remove']({ person: 'ana' }, context);
    const all = await ledger.readAll();
    expect(ids(all.messages)).toEqual(['m2', 'm3', 'm4', 'm5']);
    expect(ids(all.glimpses)).toEqual(['g2']);
    expect(ids(all.corrections)).toEqual(['k2']);
    expect(JSON.stringify(all)).not.toContain('ana@example.edu');
  });

  it('leaves mail to several people, without them', async () => {
    const facts = smallLife();
    facts.messages.push(message('m6', 'me', ['ben', 'cam']));
    const { ledger, handlers } = await start(facts);
    await handlers['people.remove']({ person: 'ben' }, context);
    expect((await ledger.readMessage('m6'))?.to).toEqual([{ email: 'cam@example.edu' }]);
    expect((await ledger.get('relationships', 'cohort'))?.mentees).toEqual(['cam']);
  });

  it('removes a relationship in which nobody is left, with all that was kept under it', async () => {
    const facts = smallLife();
    facts.goals.push({ id: 'goal', relationship: 'pair-ana', mentee: 'ana', text: 'x', state: 'open', since: at });
    const { ledger, handlers } = await start(facts);
    await handlers['people.remove']({ person: 'ana' }, context);
    const all = await ledger.readAll();
    expect(ids(all.relationships)).toEqual(['as-mentee', 'cohort']);
    expect(ids(all.contacts)).toEqual(['c2']);
    expect(all.goals).toEqual([]);
  });

  it('leaves a contact with several people to the others', async () => {
    const facts = smallLife();
    facts.contacts.push(contact('c3', 'cohort', { with: ['ben', 'cam'] }));
    const { ledger, handlers } = await start(facts);
    await handlers['people.remove']({ person: 'ben' }, context);
    expect((await ledger.getAll('contacts')).map(({ id, with: people }) => [id, people])).toEqual([
      ['c1', ['ana']],
      ['c3', ['cam']],
    ]);
  });

  it('leaves a signed entry as it was signed', async () => {
    const facts = smallLife();
    const meeting = { relationship: 'cohort', start: at, minutes: 60, topics: [], homework: [] };
    const signatures = [{ by: 'me', how: 'typed' as const, at, digest: 'd' }];
    facts.meetings.push(
      { ...meeting, id: 'open', outcome: 'held', attendees: ['ben', 'cam'], signatures: [] },
      { ...meeting, id: 'signed', outcome: 'held', attendees: ['ben', 'cam'], signatures },
    );
    const { ledger, handlers } = await start(facts);
    await handlers['people.remove']({ person: 'ben' }, context);
    expect((await ledger.get('meetings', 'open'))?.attendees).toEqual(['cam']);
    expect((await ledger.get('meetings', 'signed'))?.attendees).toEqual(['ben', 'cam']);
  });

  it('refuses to forget the mentor', async () => {
    const { ledger, handlers } = await start();
    await expect(handlers['people.remove']({ person: 'me' }, context)).rejects.toMatchObject({ code: 'not-allowed' });
    expect(await ledger.readAll()).toEqual(smallLife());
  });

  it('changes nothing for somebody who is not there', async () => {
    const { handlers, commits } = await start();
    await handlers['people.remove']({ person: 'nobody' }, context);
    expect(commits).toEqual([]);
  });
});

describe('ending a relationship', () => {
  it('removes it and what was kept under it, in one transaction, and leaves its people', async () => {
    const { ledger, handlers, commits } = await start();
    await handlers['relationships.remove']({ relationship: 'cohort' }, context);
    const all = await ledger.readAll();
    expect(ids(all.relationships)).toEqual(['as-mentee', 'pair-ana']);
    expect([ids(all.contacts), all.away, all.notices]).toEqual([['c1'], [], []]);
    expect(all.people).toHaveLength(6);
    expect(commits).toHaveLength(1);
  });

  it('takes the log with it: entries, amendments, what was taken back, and scans', async () => {
    const facts = smallLife();
    const of = { relationship: 'cohort', meeting: 'm', at };
    const given = { by: 'me', how: 'paper' as const, at, digest: 'd', attachment: 'scan' };
    const meeting = { start: at, minutes: 60, outcome: 'held' as const, attendees: [], topics: [], homework: [] };
    const seal = { digest: 'a', previous: '' };
    facts.meetings.push({ ...meeting, id: 'm', relationship: 'cohort', signatures: [given] });
    facts.amendments.push({ ...of, id: 'a', by: 'me', reason: 'x', change: {}, previous: 'd', digest: 'e' });
    facts.withdrawals.push({ ...of, id: 'w', signature: given, seal });
    facts.attachments.push({ ...of, id: 'scan', name: 'a.png', type: 'image/png', data: 'AAAA' });
    const { ledger, handlers } = await start(facts);
    await handlers['relationships.remove']({ relationship: 'cohort' }, context);
    const { meetings, amendments, withdrawals, attachments } = await ledger.readAll();
    expect([meetings, amendments, withdrawals, attachments]).toEqual([[], [], [], []]);
  });

  it('leaves an absence that others were told of too', async () => {
    const facts = smallLife();
    facts.away[0]!.relationships.push('pair-ana');
    const { ledger, handlers } = await start(facts);
    await handlers['relationships.remove']({ relationship: 'cohort' }, context);
    expect((await ledger.get('away', 'a1'))?.relationships).toEqual(['pair-ana']);
    expect(await ledger.getAll('notices')).toHaveLength(1);
  });
});

describe('custom programmes', () => {
  const custom = { id: 'mine' } as Parameters<ReturnType<typeof peopleHandlers>['programmes.save']>[0]['programme'];

  it('never take the id of one that comes with Waymark', async () => {
    const { handlers } = await start();
    const saving = handlers['programmes.save']({ programme: { ...custom, id: 'care' } }, context);
    await expect(saving).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('cannot be removed while a relationship follows them', async () => {
    const facts = smallLife();
    facts.relationships[0]!.programme = 'mine';
    const { handlers, commits } = await start(facts);
    const removing = handlers['programmes.remove']({ programme: 'mine' }, context);
    await expect(removing).rejects.toMatchObject({ code: 'not-allowed' });
    expect(commits).toEqual([]);
  });
});
