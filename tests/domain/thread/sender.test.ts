import { describe, expect, it } from 'vitest';
import type { Address } from '../../../src/domain/record.ts';
import { MailHeaders } from '../../../src/domain/thread/headers.ts';
import { findSender } from '../../../src/domain/thread/sender.ts';

const list = 'group@lists.example.edu';
const fields = (values: Record<string, string>) =>
  new MailHeaders(Object.entries(values).map(([name, value]) => ({ name, value })));
const post = { 'List-Post': `<mailto:${list}>` };
const find = (values: Record<string, string>, from: Address, rest: { replyTo?: Address[]; cc?: Address[] } = {}) =>
  findSender(fields(values), { from, replyTo: [], to: [{ email: list }], cc: [], ...rest });

describe('who wrote a message', () => {
  it('is From where nothing rewrote it, whatever Reply-To says', () => {
    const amina = { name: 'Amina Okafor', email: 'amina@example.edu' };
    expect(find({}, amina, { replyTo: [{ email: 'elsewhere@example.com' }] })).toEqual(amina);
    expect(find(post, amina, { replyTo: [{ email: list }] })).toEqual(amina);
  });

  it('is in Reply-To where the list stands in From', () => {
    const from = { name: 'Amina Okafor via Group', email: list };
    const amina = { name: 'Amina Okafor', email: 'amina@example.edu' };
    expect(find(post, from, { replyTo: [amina] })).toEqual(amina);
  });

  it('is in Cc where Reply-To is the list', () => {
    const from = { name: '"Amina Okafor" via Group', email: list };
    const amina = { name: 'Amina Okafor', email: 'amina@example.edu' };
    const jun = { name: 'Jun Li', email: 'jun@example.edu' };
    expect(find(post, from, { replyTo: [{ email: list }], cc: [jun, amina] })).toEqual(amina);
  });

  it('is what a group kept of the field it replaced', () => {
    const from = { name: "'Amina Okafor' via Group", email: list };
    expect(find({ ...post, 'X-Original-From': 'Amina Okafor <amina@example.edu>' }, from)).toEqual({
      name: 'Amina Okafor',
      email: 'amina@example.edu',
    });
  });

  it.each([
    ['ana=uni.example@groups.example', { 'List-Id': '<group.groups.example>' }],
    ['ana=40uni.example@dmarc.lists.example', { 'Mailing-List': `list ${list}` }],
  ])('is within the address that a list made of theirs: %s', (email, values) => {
    expect(find(values, { name: 'Ana Alvarez via Group', email })).toEqual({
      name: 'Ana Alvarez',
      email: 'ana@uni.example',
    });
  });

  it('is From where a name or an address only looks like a list’s', () => {
    const named = { name: 'Jean par Dupont', email: 'jean@example.edu' };
    expect(find({}, named, { replyTo: [{ email: 'home@example.com' }] })).toEqual(named);
    const odd = { email: 'ana=uni.example@example.edu' };
    expect(find({}, odd)).toEqual(odd);
  });

  it('stays the list where nothing names a person: nobody is guessed', () => {
    const from = { name: 'Amina Okafor via Group', email: list };
    const people = [{ email: 'a@example.edu' }, { email: 'b@example.edu' }];
    expect(find(post, from, { replyTo: people })).toEqual(from);
  });
});
