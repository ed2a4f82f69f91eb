import { describe, expect, it } from 'vitest';
import {
  changeDraft,
  draftOf,
  emptyDraft,
  findDraftProblem,
  planDraft,
} from '../../../../src/features/away/views/draft.ts';
import { absence } from '../../../domain/away/build.ts';

const empty = emptyDraft(['r1']);
const working = [1, 2, 3, 4, 5];

describe('the fields of an absence', () => {
  it('let the return follow the last day, until it is typed', () => {
    const dated = changeDraft(changeDraft(empty, { from: '2026-03-12' }), { to: '2026-03-13' });
    expect(dated).toMatchObject({ to: '2026-03-13', returns: '2026-03-14' });
    const typed = changeDraft(dated, { returns: '2026-03-18' });
    expect(changeDraft(typed, { to: '2026-03-16' }).returns).toBe('2026-03-18');
    expect(changeDraft(changeDraft(typed, { returns: '' }), { to: '2026-03-16' }).returns).toBe('2026-03-17');
  });

  it('propose a return on a working day', () => {
    expect(changeDraft(empty, { from: '2026-03-13' }, working).returns).toBe('2026-03-16');
  });

  it('move the last day along with the first, never before it', () => {
    const dated = changeDraft(empty, { from: '2026-03-12' });
    expect(dated.to).toBe('2026-03-12');
    expect(changeDraft(dated, { from: '2026-03-15' }).to).toBe('2026-03-15');
    expect(changeDraft({ ...dated, to: '2026-03-20' }, { from: '2026-03-15' }).to).toBe('2026-03-20');
  });

  it('propose a return on the last day where that is away only until noon', () => {
    const dated = changeDraft(changeDraft(empty, { from: '2026-03-12' }), { untilNoon: true });
    expect(dated.returns).toBe('2026-03-12');
  });

  it('make the absence they were filled from', () => {
    const { plannedAt: _, ...planned } = absence('2026-03-12', '2026-03-16', {
      fromNoon: true,
      untilNoon: true,
      canAnswer: false,
      event: 'v1',
    });
    expect(planDraft(draftOf(planned), planned.id)).toEqual(planned);
    const { canAnswer: _1, fromNoon: _2, untilNoon: _3, event: _4, ...plain } = planned;
    expect(planDraft(draftOf(plain), plain.id)).toEqual(plain);
  });

  it('say what is wrong only of what is new', () => {
    const past = absence('2026-03-01', '2026-03-03');
    expect(findDraftProblem(draftOf(past), '2026-03-09', undefined)).toBe('over');
    expect(findDraftProblem(draftOf(past), '2026-03-09', past)).toBeNull();
    expect(findDraftProblem(empty, '2026-03-09', undefined)).toBe('not-a-date');
  });
});
