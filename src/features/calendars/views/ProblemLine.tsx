import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import type { Help, ToldProblem } from './account-words.ts';

interface ProblemLineProps {
  problem: ToldProblem;
  onHelp: (help: NonNullable<Help>) => void;
}

const words: Record<NonNullable<Help>, string> = {
  'sign-in': 'Sign in again',
  retry: 'Try again',
  settings: 'Open settings',
};

/** What keeps a calendar from being read: a sentence, and the one button that helps. */
export function ProblemLine({ problem: { text, help }, onHelp }: ProblemLineProps) {
  return (
    <div class="calendar-problem" role="status">
      <Icon name="question" />
      <p class="calendar-problem-text">{text}</p>
      {help ? <Button onClick={() => onHelp(help)}>{words[help]}</Button> : null}
    </div>
  );
}
