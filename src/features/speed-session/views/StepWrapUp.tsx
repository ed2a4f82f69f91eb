import { useId } from 'preact/hooks';
import { ChoiceField, TextField } from '../../../ui/Field.tsx';
import { findMirror } from '../find-partner.ts';
import { minutesOf } from '../plan-entries.ts';
import { type Reader, roleIn, type Session } from '../session.ts';
import type { StepProps } from './props.ts';
import { readerChoices } from './words.ts';

type Answer = Session['answers'][number];

const none: Answer = { text: '', reader: 'mine' };

interface QuestionProps {
  question: string;
  answer: Answer;
  other: string;
  onAnswer: (answer: Answer) => void;
}

function Question({ question, answer, other, onAnswer }: QuestionProps) {
  const id = useId();
  return (
    <div class="speed-question">
      <div class="field">
        <label class="field-label" for={id}>
          {question}
        </label>
        <textarea
          id={id}
          class="input note"
          dir="auto"
          rows={2}
          maxLength={4000}
          value={answer.text}
          onInput={(event) => onAnswer({ ...answer, text: event.currentTarget.value })}
        />
      </div>
      <ChoiceField
        label="Read by"
        value={answer.reader}
        choices={readerChoices(other)}
        onChoice={(value) => onAnswer({ ...answer, reader: value as Reader })}
      />
    </div>
  );
}

/** The programme's questions for looking back, and what is to be saved. */
export function StepWrapUp({ ledger, programme, relationship, session, set, now, other }: StepProps) {
  const questions = programme.reflections ?? [];
  const put = (at: number, answer: Answer) =>
    set({ answers: questions.map((_, index) => (index === at ? answer : (session.answers[index] ?? none))) });
  const isKnown = findMirror(ledger.relationships, relationship, session.partner) !== undefined;
  return (
    <div class="form speed-step">
      {questions.map((question, at) => (
        <Question
          key={question}
          question={question}
          answer={session.answers[at] ?? none}
          other={other}
          onAnswer={(answer) => put(at, answer)}
        />
      ))}
      <fieldset>
        <legend class="legend">Two entries, one for each role</legend>
        <div class="form-pair">
          {session.halves.map((timer, half) => (
            <TextField
              key={timer.start}
              label={`Minutes as the ${roleIn(session, half)}`}
              value={session.minutesTyped[half] ?? String(minutesOf(session, half, now()))}
              problem={minutesOf(session, half, now()) === null ? 'Enter minutes, up to 120.' : undefined}
              onText={(text) =>
                set({ minutesTyped: session.minutesTyped.map((each, at) => (at === half ? text : each)) })
              }
              input={{ inputMode: 'numeric', autocomplete: 'off' }}
            />
          ))}
        </div>
        <p class="field-hint">
          Each half counts once, under the relationship in which you had that role.{' '}
          {isKnown ? null : (
            <>
              The one in which <bdi>{other}</bdi> is your {relationship.role === 'mentor' ? 'mentor' : 'mentee'} is
              added to your people.
            </>
          )}
        </p>
      </fieldset>
    </div>
  );
}
