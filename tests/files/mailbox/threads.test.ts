import { describe, expect, it } from 'vitest';
import { makeThreads } from '../../../src/files/mailbox/threads.ts';

const from = 'ana@example.edu';

describe('threads of a large file', () => {
  it('are one, however many messages join what was two, one after the other', () => {
    const merged: string[] = [];
    const find = makeThreads((thread) => merged.push(thread));
    const place = (id: string, references: string[] = []) => find({ id, references, subject: '', from, to: [] }).thread;
    place('<0@x>');
    for (let at = 1; at <= 20_000; at += 1) {
      place(`<${at}@x>`);
      place(`<joins-${at}@x>`, [`<${at}@x>`, `<${at - 1}@x>`]);
    }
    expect(merged).toHaveLength(20_000);
    expect(place('<last@x>', ['<0@x>'])).toBe('<20000@x>');
  });

  it('are as many as there are, of ids and subjects that differ by a sign', () => {
    const find = makeThreads();
    const threads = Array.from(
      { length: 50_000 },
      (_, at) => find({ id: `<${at}@x>`, references: [], subject: `Re: Question ${at}`, from, to: [from] }).thread,
    );
    expect(new Set(threads).size).toBe(50_000);
  });
});
