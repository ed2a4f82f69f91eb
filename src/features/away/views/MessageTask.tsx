import { useState } from 'preact/hooks';
import { toldReturn } from '../../../domain/away/done.ts';
import type { Task } from '../../../domain/away/plan.ts';
import { ChoiceField, Field } from '../../../ui/Field.tsx';
import { findTextProblem } from '../compose-message.ts';
import type { ReplyTexts } from './actions.ts';
import { chooseLocale, composeReplyTexts, locales } from './compose-texts.ts';
import type { AwayViewProps } from './props.ts';
import { SetReply } from './SetReply.tsx';
import { TaskRow } from './TaskRow.tsx';
import { composeTextProblem, misses } from './words.ts';

interface TextProps {
  label: string;
  hint: string;
  text: string;
  returns: string;
  onText: (text: string) => void;
}

function ReplyText({ label, hint, text, returns, onText }: TextProps) {
  const problem = findTextProblem(text, returns);
  return (
    <Field label={label} hint={hint} problem={problem ? composeTextProblem(problem, returns) : undefined}>
      {(attributes) => (
        <textarea
          class="input away-text"
          dir="auto"
          rows={9}
          {...attributes}
          value={text}
          onInput={(event) => onText(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** What the automatic reply of a mailbox leaves out. */
function Misses() {
  return (
    <details class="away-misses">
      <summary>What an automatic reply misses</summary>
      <ul class="plain-list small">
        {misses.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </details>
  );
}

/** The automatic message: both texts as they will be read, and the ways to set them. */
export function MessageTask({ task, away, setting, ...rest }: AwayViewProps & { task: Task }) {
  const [locale, setLocale] = useState(chooseLocale(setting.locale));
  const [edited, setEdited] = useState<Partial<ReplyTexts>>({});
  const texts = { ...composeReplyTexts(away, setting, locale), ...edited };
  const returns = toldReturn(away);
  const isGood = [texts.inside, texts.outside].every((text) => findTextProblem(text, returns) === null);
  return (
    <TaskRow title="Set an automatic message" detail="It says when you are back" need={task.need} open="Prepare">
      <div class="form">
        <div class="away-language">
          <ChoiceField
            label="Language and dates"
            value={locale}
            choices={locales}
            onChoice={(value) => {
              setLocale(value);
              setEdited({});
            }}
          />
        </div>
        <div class="form-pair">
          <ReplyText
            label="Inside your organisation"
            hint="People of your school or company, where the mailbox can tell them."
            text={texts.inside}
            returns={returns}
            onText={(inside) => setEdited({ ...edited, inside })}
          />
          <ReplyText
            label="Everybody else"
            hint="Strangers learn only that you are away, and until when. Gmail has one text for all: this one."
            text={texts.outside}
            returns={returns}
            onText={(outside) => setEdited({ ...edited, outside })}
          />
        </div>
        <SetReply away={away} setting={setting} {...rest} texts={texts} isGood={isGood} />
        <Misses />
      </div>
    </TaskRow>
  );
}
