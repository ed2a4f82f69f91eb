import { Check } from '../../../ui/Field.tsx';
import { findHalf, roleIn } from '../session.ts';
import { LineList } from './LineList.tsx';
import type { StepProps } from './props.ts';

/** The plan for the conversation: the programme's questions, and one's own list. What came up becomes a topic. */
export function PlanBeside({ programme, session, set }: StepProps) {
  const half = findHalf(session);
  const isBegun = session.halves.length > 0;
  const asked = session.asked[half] ?? [];
  const toggle = (question: string, isAsked: boolean) => {
    const next = isAsked ? [...asked, question] : asked.filter((each) => each !== question);
    set({ asked: session.asked.map((each, at) => (at === half ? next : each)) });
  };
  const questions = programme.questions;
  return (
    <aside class="speed-plan" aria-label="Plan for the conversation">
      <h2 class="legend">Plan for the conversation</h2>
      {questions.length > 0 && isBegun ? (
        <>
          <div class="check-list">
            {questions.map((question) => (
              <Check
                key={question}
                label={question}
                checked={asked.includes(question)}
                onCheck={(isAsked) => toggle(question, isAsked)}
              />
            ))}
          </div>
          <p class="field-hint">What you tick becomes a topic of this half’s entry.</p>
        </>
      ) : (
        <ul class="plain-list">
          {questions.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ul>
      )}
      {session.lines.length > 0 ? (
        <section class="speed-part" aria-label="Your list">
          <h3 class="legend">Your list</h3>
          <LineList lines={session.lines} />
          {isBegun && roleIn(session, half) === 'mentor' ? (
            <p class="field-hint">For the half in which you are the mentee.</p>
          ) : null}
        </section>
      ) : null}
    </aside>
  );
}
