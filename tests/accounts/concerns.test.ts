import { expect, it } from 'vitest';
import { concern } from '../../src/accounts/concerns.ts';

const people = new Set(['sam@school.example', 'ana.li@gmail.com']);

it.each([
  [['sam@school.example'], true],
  [['robin@school.example', 'sam@school.example'], true],
  [['sam+mentoring@school.example'], true],
  [['anali@gmail.com'], true],
  [['a.n.a.l.i+x@googlemail.com'], true],
  [['s.am@school.example'], false],
  [['ana.li@school.example'], false],
  [['sam@elsewhere.example'], false],
  [['+@school.example'], false],
  [[], false],
])('of %j, somebody who was asked for takes part: %s', (emails, expected) => {
  expect(concern(people)(emails.map((email) => ({ email })))).toBe(expected);
});

it.each([
  ['no-reply@platform.example', true],
  ['no-reply@mail.platform.example', true],
  ['no-reply@notplatform.example', false],
  ['no-reply@platform.example.evil.example', false],
  ['platform.example@elsewhere.example', false],
  ['sam@school.example', true],
])('of %s a wanted domain takes part: %s', (email, expected) => {
  expect(concern(new Set(['@platform.example', 'sam@school.example']))([{ email }])).toBe(expected);
});

it('takes nobody for somebody asked for where nobody was', () => {
  expect(concern(new Set())([{ email: 'sam@school.example' }, undefined])).toBe(false);
});
