// Asking the worker from a page: what came of it is told once, with a way back where there is one.
import { useState } from 'preact/hooks';
import type { Undo } from '../features/deadlines/contract.ts';
import type { Answer } from '../messages/contract.ts';
import { composeFailure } from '../ui/sentences.ts';
import type { Told } from '../ui/Toast.tsx';
import type { PageDeps } from './page-deps.ts';

export interface Asking {
  told: Told | null;
  problem: string | null;
  /** Says something without asking. */
  tell: (text: string) => void;
  /** The same, with a way back. */
  show: (told: Told) => void;
  /** Says in a sentence what was not done. */
  fail: (problem: string) => void;
  clear: () => void;
  /** Awaits an answer; tells `text` when it is good. Resolves to whether it was. */
  run: <T>(answer: Promise<Answer<T>>, text?: string) => Promise<boolean>;
  /** As `run`, for a fact that can be taken back. */
  runUndoable: (answer: Promise<Answer<Undo>>, text: string) => Promise<boolean>;
}

export function useAsking(deps: PageDeps): Asking {
  const [told, setTold] = useState<Told | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const clear = () => {
    setTold(null);
    setProblem(null);
  };
  const settle = <T>(answer: Answer<T>, compose: (value: T) => Told | null): boolean => {
    setProblem(answer.ok ? null : composeFailure(answer.code));
    setTold(answer.ok ? compose(answer.value) : null);
    return answer.ok;
  };
  const run: Asking['run'] = async (answer, text) => settle(await answer, () => (text ? { text } : null));
  const runUndoable: Asking['runUndoable'] = async (answer, text) =>
    settle(await answer, (undo) => ({
      text,
      undo: () => void run(deps.ask('fact.undo', { list: undo.list, id: undo.id }), 'Taken back'),
    }));
  const show: Asking['show'] = (next) => {
    setProblem(null);
    setTold(next);
  };
  const fail: Asking['fail'] = (sentence) => {
    setTold(null);
    setProblem(sentence);
  };
  return { told, problem, tell: (text) => setTold({ text }), show, fail, clear, run, runUndoable };
}
