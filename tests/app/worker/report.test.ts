import { afterEach, describe, expect, it, vi } from 'vitest';
import { report } from '../../../src/app/worker/report.ts';

afterEach(() => vi.unstubAllGlobals());

describe('reporting an error', () => {
  const told = (error: unknown): Error => {
    const heard = vi.fn();
    vi.stubGlobal('reportError', heard);
    report(error);
    return heard.mock.calls[0]![0];
  };

  it('tells its name and place, and nothing that a person wrote', () => {
    const error = told(new TypeError('Question of ana@example.edu'));
    expect(error.message).toBe('TypeError');
    expect(error.stack).toContain('report.test.ts');
    expect(`${error.message} ${error.stack}`).not.toContain('ana@example.edu');
  });

  it('tells only the kind of what is no error', () => {
    expect(told('Question of ana@example.edu').message).toBe('string');
  });
});
