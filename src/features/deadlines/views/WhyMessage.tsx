import { useState } from 'preact/hooks';
import type { MessageKind } from '../../../domain/thread/message.ts';
import { Button } from '../../../ui/Button.tsx';
import { ChoiceField } from '../../../ui/Field.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import type { Undo } from '../contract.ts';
import { countsAs, type MessageExhibit } from '../evidence.ts';
import {
  composeAsks,
  composeCorrection,
  composeKindReason,
  composeSeen,
  isKindGuessed,
  kindNames,
} from '../evidence-words.ts';
import { describeTime } from '../words.ts';

export interface Correcting {
  /** The name of a source, as people know it. */
  nameOf: (source: string) => string;
  onCorrect: (message: string, said: { kind?: MessageKind; asks?: boolean }) => void;
  onTakeBack: (undo: Undo) => void;
}

interface WhyMessageProps extends Correcting {
  exhibit: MessageExhibit;
  now: string;
  zone: string;
}

const kinds = Object.entries(kindNames).map(([value, text]) => ({ value, text }));

/** One message: when, who, what kind and why that kind, where it was seen; and the way to put it right. */
export function WhyMessage(props: WhyMessageProps) {
  const { exhibit, now, zone, nameOf, onTakeBack } = props;
  const { message, said, by } = exhibit;
  const { kind } = countsAs(exhibit);
  const asks = by === 'mentee' && kind === 'personal' ? composeAsks(message) : '';
  const seen = composeSeen(message, nameOf);
  return (
    <li class={`exhibit exhibit-${by}`}>
      <span class="exhibit-mark" aria-hidden="true">
        <Icon name={by === 'mentee' ? 'arrow' : by === 'mentor' ? 'back' : 'eye'} />
      </span>
      <div class="exhibit-words">
        <p class="exhibit-title">
          <bdi>{message.from.name || message.from.email}</bdi>
          <span class="quiet">, {describeTime(message.sentAt, now, zone)}</span>
        </p>
        {message.subject ? (
          <p class="small cut">
            <bdi>{message.subject}</bdi>
          </p>
        ) : null}
        <p class="quiet small">
          {kindNames[message.kind]}: {composeKindReason(message)}.
          {isKindGuessed(message) ? <span class="guess">A guess</span> : null}
          {message.threadGuessed ? <span class="guess">Thread guessed by subject</span> : null}
        </p>
        {asks ? <p class="quiet small">{asks}.</p> : null}
        {seen ? <p class="quiet small">{seen}.</p> : null}
        {said.map((each) => (
          <p class="said small" key={each.id}>
            <span>{composeCorrection(each, zone)}.</span>
            <Button kind="plain" onClick={() => onTakeBack({ list: 'corrections', id: each.id })}>
              Take back
            </Button>
          </p>
        ))}
        <Correct {...props} />
      </div>
    </li>
  );
}

function Correct({ exhibit, onCorrect }: WhyMessageProps) {
  const [open, setOpen] = useState(false);
  const { message, by } = exhibit;
  const { kind, asks } = countsAs(exhibit);
  const who = message.from.name || message.from.email;
  if (!open) {
    return (
      <div>
        <button type="button" class="link" onClick={() => setOpen(true)}>
          Not right?<span class="only-read"> Correct the message of {who}</span>
        </button>
      </div>
    );
  }
  return (
    <div class="correct">
      <ChoiceField
        label="What it is"
        value={kind}
        choices={kinds}
        onChoice={(chosen) => onCorrect(message.id, { kind: chosen as MessageKind })}
      />
      {by === 'mentee' && kind === 'personal' ? (
        <ChoiceField
          label="Needs an answer"
          value={asks === false ? 'no' : 'yes'}
          choices={[
            { value: 'yes', text: 'Yes' },
            { value: 'no', text: 'No' },
          ]}
          onChoice={(chosen) => onCorrect(message.id, { asks: chosen === 'yes' })}
        />
      ) : null}
    </div>
  );
}
