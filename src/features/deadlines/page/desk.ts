// What a part with buttons works with, and the two rules of every button: only a person's own press counts, and an
// answer that comes after we left is dropped.
import type { Answer, FailureCode } from '../../../messages/contract.ts';
import type { Ask } from './ask.ts';
import { build } from './build.ts';
import type { Ground } from './ground.ts';

export interface Desk {
  ground: Ground;
  ask: Ask;
  /** The present instant, ISO 8601 in UTC. */
  now(): string;
  /** IANA zone of the mentor. */
  zone: string;
  /** The mailbox that the page shows: its source's name and its owner. */
  account(): { source: string; owner: string | null };
  /** Called after something was settled or taken back. */
  onSettled(): void;
}

export function button(ground: Ground, label: string, onPress: () => void, attributes: Record<string, string> = {}) {
  const element = build(ground.document, 'button', { type: 'button', ...attributes }, label);
  element.addEventListener('click', (event) => {
    if (ground.isTrusted(event)) onPress();
  });
  return element;
}

const sentences: Partial<Record<FailureCode, string>> = {
  full: 'There is no room left on this device, so this was not saved.',
  blocked: 'Waymark is open elsewhere in an older version. Close it, then try again.',
  'newer-version': 'The records were written by a newer Waymark. Update this one, then try again.',
  'not-found': 'This is no longer in the records.',
  'no-answer': 'Waymark did not answer. This was not saved.',
};

export function describeFailure(answer: Extract<Answer<unknown>, { ok: false }>): string {
  return sentences[answer.code] ?? 'This was not saved.';
}
