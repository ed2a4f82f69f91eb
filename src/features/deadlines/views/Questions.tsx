import type { Suspect } from '../../../domain/people/suspect.ts';
import { Button } from '../../../ui/Button.tsx';
import { composeQuestion } from '../../../ui/sentences.ts';

interface QuestionsProps {
  questions: Suspect[];
  onDecide: (suspect: Suspect, decision: 'yes' | 'no') => void;
}

/** "Is this a mentee?": one quiet question at a time, with its reason. */
export function Questions({ questions, onDecide }: QuestionsProps) {
  const [suspect] = questions;
  if (!suspect) return null;
  const { title, reason } = composeQuestion(suspect);
  return (
    <section class="question" aria-label={title}>
      <div class="question-words">
        <p class="question-title">
          {title}
          {questions.length > 1 ? <span class="section-count"> 1 of {questions.length}</span> : null}
        </p>
        <p class="cut">
          <bdi>{suspect.name ? `${suspect.name}, ${suspect.id}` : suspect.id}</bdi>
        </p>
        <p class="quiet small cut">
          <bdi>{reason}</bdi>
        </p>
      </div>
      <Button onClick={() => onDecide(suspect, 'yes')}>Yes</Button>
      <Button onClick={() => onDecide(suspect, 'no')}>No</Button>
    </section>
  );
}
