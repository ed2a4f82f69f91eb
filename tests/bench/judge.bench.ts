// How long judging takes: a whole ledger cold, and one relationship after one new message. Limits are ratios to fixed
// figures of the project; the growth is measured by judging one relationship inside ledgers of unlike sizes.
import { emptyLedger, type Ledger } from '../../src/domain/ledger.ts';
import { judge, judgeRelationship } from '../../src/domain/verdict/judge.ts';
import { line, median } from './report.ts';

const now = '2026-03-09T12:40:00Z';
const start = Date.parse('2025-10-01T00:00:00Z');
/** Whole seconds, as every source of ours gives them. */
const ms = (from: number) => `${new Date(start + from).toISOString().slice(0, 19)}Z`;

function build(relationships: number, messagesEach: number): Ledger {
  const ledger = emptyLedger();
  ledger.people.push({ id: 'me', name: 'Me', emails: ['me@uni.example'] });
  for (let r = 0; r < relationships; r += 1) {
    const mentee = `p${r}`;
    ledger.people.push({ id: mentee, name: mentee, emails: [`${mentee}@uni.example`] });
    ledger.relationships.push({
      id: `r${r}`,
      programme: 'umms-peer-mentoring',
      me: 'me',
      role: 'mentor',
      mentors: ['me'],
      mentees: [mentee],
      start: '2025-10-01',
      zone: 'America/Toronto',
      terms: [
        { name: 'Autumn', start: '2025-10-01', end: '2025-12-19' },
        { name: 'Winter', start: '2026-01-05', end: '2026-05-01' },
      ],
    });
    for (let m = 0; m < messagesEach; m += 1) {
      const [from, to] = m % 2 === 0 ? [mentee, 'me'] : ['me', mentee];
      ledger.messages.push({
        id: `m${r}-${m}`,
        threadId: `t${r}-${Math.floor(m / 5)}`,
        sentAt: ms(r * 1000 + m * (13_000_000_000 / messagesEach)),
        from: { email: `${from}@uni.example` },
        to: [{ email: `${to}@uni.example` }],
        cc: [],
        subject: 'Subject',
        kind: 'personal',
      });
    }
  }
  return ledger;
}

function time(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

// "Cold" is a ledger of which nothing was derived before, in code that has run; the very first run of the code, which the
// engine still has to compile, is said apart. Each run has a ledger of its own.
const stored = JSON.stringify(build(100, 1000));
/** As it comes from storage: every string its own. */
const read = () => JSON.parse(stored) as Ledger;
const newest = read();
const first = time(() => judge(newest, now));
const ledgers = Array.from({ length: 3 }, read);
const cold = ledgers.map((ledger) => time(() => judge(ledger, now)));
line('judge, 100 relationships and 100 000 messages, cold', median(cold), 'ms', 100);
line('the same, the first time the code runs at all', first, 'ms', 100);

const slice = build(1, 1000);
judgeRelationship(slice, 'r0', now);
const [message] = slice.messages;
const after = Array.from({ length: 30 }, (_, index) => {
  slice.messages.push({ ...message!, id: `new${index}`, sentAt: '2026-03-09T12:00:00Z' });
  return time(() => judgeRelationship(slice, 'r0', now));
});
line('judgeRelationship after one new message, slice of 1 000 given', median(after), 'ms', 2);

const small = build(1, 100);
const ten = Array.from({ length: 30 }, () => time(() => judgeRelationship(small, 'r0', now)));
line('the same with a slice of 100', median(ten), 'ms', 2);
