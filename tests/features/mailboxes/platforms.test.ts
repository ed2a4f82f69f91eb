import { describe, expect, it } from 'vitest';
import type { Person } from '../../../src/domain/people/person.ts';
import type { Programme } from '../../../src/domain/programme/programme.ts';
import { planWanted } from '../../../src/features/mailboxes/wanted.ts';
import { findProgramme } from '../../../src/programmes/index.ts';
import { platform } from '../../../src/programmes/lists/platforms.ts';
import { person, relationship } from '../../ledger/facts.ts';
import { ana, type FakeMail, mail, me } from './fake-mail.ts';
import { type MailWorld, startMail } from './mail-world.ts';

const cpd = findProgramme([], 'cpd-mentoring')!;
const own: Programme = { ...cpd, id: 'own', platforms: [platform('Bridge', 'bridge@mail.example')] };

const said = (id: string, from: string, subject = 'Ana Alvarez sent you a message', sentAt = '2026-02-10T09:00:00Z') =>
  mail(id, from, me, { subject, sentAt, kind: 'bulk', kindReason: 'no-reply' });

async function use(world: MailWorld, programme: string, programmes: Programme[] = []): Promise<void> {
  const [pair] = await world.ledger.getAll('relationships');
  const [people] = [await world.ledger.getAll('people')];
  await world.ledger.apply([
    ...people.map((each: Person) => ({
      list: 'people' as const,
      put: each.id === 'ana' ? { ...each, name: 'Ana Alvarez' } : each,
    })),
    ...programmes.map((put) => ({ list: 'programmes' as const, put })),
    { list: 'relationships', put: { ...pair!, programme } },
  ]);
}

const stored = async (world: MailWorld) =>
  (await world.messages()).map(({ id, from, via }) => [id, from.email, via]).sort();

const fill = (provider: FakeMail) => {
  provider.arrive('inbox', said('domain', 'no-reply@mentorcity.com'));
  provider.arrive('inbox', said('below', 'no-reply@mail.mentorcity.com'));
  provider.arrive('inbox', said('nobody', 'no-reply@mentorcity.com', 'Your weekly digest'));
  provider.arrive('inbox', said('alike', 'no-reply@notmentorcity.com'));
  provider.arrive('inbox', said('address', 'bridge@mail.example'));
};

describe('mail of a platform', () => {
  it('is asked for by the domains that the programme lists, and what names no mentee is not kept', async () => {
    const world = await startMail(fill);
    await use(world, 'cpd-mentoring');
    await world.sync();
    expect(await stored(world)).toEqual([
      ['below', ana, 'MentorCity'],
      ['domain', ana, 'MentorCity'],
    ]);
    expect((await world.mailbox()).people).toEqual(['@mentorcity.com', ana]);
  });

  it('that comes into the programme later is read from the semester’s beginning on, once', async () => {
    const world = await startMail(fill);
    await use(world, 'own', [{ ...own, platforms: [] }]);
    await world.sync();
    expect(await stored(world)).toEqual([]);
    await use(world, 'own', [own]);
    await world.sync();
    expect(await stored(world)).toEqual([['address', ana, 'Bridge']]);
    const before = world.provider.asked.length;
    world.pass(20);
    await world.sync();
    expect(world.provider.asked.slice(before).filter((what) => what.endsWith('full'))).toEqual([]);
  });

  it('is nobody’s before anybody is mentored, and is not asked for', () => {
    const alone = planWanted(
      [person('me')],
      [{ ...relationship('pair', []), programme: 'cpd-mentoring' }],
      '2026-03-02T09:00:00Z',
    );
    expect([...alone.people]).toEqual([]);
  });
});

describe('an address that a mentee is given later', () => {
  it('has the accounts’ mail since the semester began read again', async () => {
    const world = await startMail((provider) => {
      provider.arrive('inbox', mail('first', ana, me));
      provider.arrive('inbox', mail('second', 'ana@home.example', me, { sentAt: '2026-01-12T09:00:00Z' }));
    });
    await world.sync();
    expect(await stored(world)).toEqual([['first', ana, undefined]]);
    const known = (await world.ledger.get('people', 'ana'))!;
    await world.ledger.apply([{ list: 'people', put: { ...known, emails: [...known.emails, 'ana@home.example'] } }]);
    await world.sync();
    expect((await stored(world)).map(([id]) => id)).toEqual(['first', 'second']);
  });
});
