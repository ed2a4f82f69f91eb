import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../../src/domain/thread/message.ts';
import { turn } from '../../../src/domain/thread/turn.ts';
import { address, message } from '../build.ts';

const people = { mentors: [address.me, address.alt, address.co], mentees: [address.ana] };
const at = (hour: number) => `2026-02-10T${String(hour).padStart(2, '0')}:00:00Z`;
const to = (...emails: string[]) => ({ to: emails.map((email) => ({ email })) });

type Step = [from: keyof typeof address, hour: number, more?: Partial<Message>];

const table: [title: string, steps: Step[], owes: string, sinceHour?: number][] = [
  ['an empty thread owes nothing', [], 'nobody'],
  ['a mentee who asked is owed an answer', [['ana', 9]], 'mentor', 9],
  [
    'several in a row are one wait, timed from the first',
    [
      ['ana', 9],
      ['ana', 11],
      ['ana', 12],
    ],
    'mentor',
    9,
  ],
  [
    'an answer passes the turn',
    [
      ['ana', 9],
      ['me', 10],
    ],
    'mentee',
    10,
  ],
  [
    'an answer from another address of the mentor settles',
    [
      ['ana', 9],
      ['alt', 10],
    ],
    'mentee',
    10,
  ],
  [
    'the co-mentor settles by answering the mentee',
    [
      ['ana', 9],
      ['co', 10],
    ],
    'mentee',
    10,
  ],
  [
    'writing only to the co-mentor settles nothing',
    [
      ['ana', 9],
      ['me', 10, to(address.co)],
    ],
    'mentor',
    9,
  ],
  [
    'writing only to the coordinator who was copied settles nothing',
    [
      ['coordinator', 7],
      ['ana', 9, { cc: [{ email: address.coordinator }] }],
      ['me', 10, to(address.co)],
    ],
    'mentor',
    9,
  ],
  [
    'an automatic reply settles nothing',
    [
      ['ana', 9],
      ['me', 10, { kind: 'auto-reply' }],
    ],
    'mentor',
    9,
  ],
  ['an automatic reply opens nothing', [['ana', 9, { kind: 'auto-reply' }]], 'nobody'],
  ['a bulk mail opens nothing', [['ana', 9, { kind: 'bulk' }]], 'nobody'],
  ['a calendar notice opens nothing', [['ana', 9, { kind: 'calendar' }]], 'nobody'],
  [
    'a bounce settles nothing',
    [
      ['ana', 9],
      ['me', 10, { kind: 'bounce' }],
    ],
    'mentor',
    9,
  ],
  [
    'thanks open nothing',
    [
      ['ana', 9],
      ['me', 10],
      ['ana', 11, { asks: false }],
    ],
    'nobody',
  ],
  [
    'a question after thanks opens anew',
    [
      ['ana', 9, { asks: false }],
      ['ana', 12],
    ],
    'mentor',
    12,
  ],
  [
    'thanks in the middle of a wait do not end it',
    [
      ['ana', 9],
      ['ana', 10, { asks: false }],
    ],
    'mentor',
    9,
  ],
  [
    'hidden recipients reach: it is a reply on the thread',
    [
      ['ana', 9],
      ['me', 10, to()],
    ],
    'mentee',
    10,
  ],
  [
    'an answer to the list that the question went to reaches',
    [
      ['ana', 9, to(address.list)],
      ['me', 10, to(address.list)],
    ],
    'mentee',
    10,
  ],
  [
    'an answer to another list does not',
    [
      ['ana', 9],
      ['me', 10, to(address.list)],
    ],
    'mentor',
    9,
  ],
  ['a mail that the mentor began is theirs to answer', [['me', 9]], 'mentee', 9],
  [
    'a closing word of the mentor asks for nothing',
    [
      ['ana', 9],
      ['me', 10, { asks: false }],
    ],
    'nobody',
  ],
  [
    'somebody else on the thread changes nothing',
    [
      ['ana', 9],
      ['coordinator', 10],
    ],
    'mentor',
    9,
  ],
  ['a note of the mentee to themself opens nothing', [['ana', 9, to(address.ana)]], 'nobody'],
  [
    'the second wait counts once the first was answered',
    [
      ['ana', 8],
      ['me', 9],
      ['ana', 12],
    ],
    'mentor',
    12,
  ],
];

describe('whose turn it is', () => {
  it.each(table)('%s', (_title, steps, owes, sinceHour) => {
    const messages = steps.map(([from, hour, more]) => message(from, at(hour), more));
    const result = turn(messages, people);
    expect(result.owes).toBe(owes);
    expect(result.since).toBe(sinceHour === undefined ? undefined : at(sinceHour));
    if (result.messageId) expect(messages.find((each) => each.id === result.messageId)?.sentAt).toBe(result.since);
  });

  it('compares addresses whatever their case', () => {
    expect(turn([message('ana', at(9))], { mentors: ['ME@uni.example'], mentees: ['Ana@Uni.Example'] }).owes).toBe(
      'mentor',
    );
  });

  it('does not depend on the order or number of times in which messages were told', () => {
    const step = fc.record({
      from: fc.constantFrom('ana', 'me', 'co', 'coordinator' as const),
      hour: fc.integer({ min: 0, max: 23 }),
      asks: fc.option(fc.boolean(), { nil: undefined }),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(step, { selector: (each) => each.hour, maxLength: 12 }),
        fc.infiniteStream(fc.nat()),
        (steps, random) => {
          const messages = steps.map(({ from, hour, asks }) =>
            message(from as keyof typeof address, at(hour), asks === undefined ? {} : { asks }),
          );
          const shuffled = [...messages, ...messages.slice(0, 3)]
            .map((each) => [random.next().value as number, each] as const)
            .sort(([a], [b]) => a - b)
            .map(([, each]) => each);
          expect(turn(shuffled, people)).toEqual(turn(messages, people));
        },
      ),
    );
  });
});
