import type { Signature } from '../../../domain/meeting/meeting.ts';
import { Button } from '../../../ui/Button.tsx';
import { composeStamp } from '../../../ui/dates.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { Drawing } from '../../../ui/SignaturePad.tsx';
import type { EntryViewProps } from './props.ts';
import { composeHow, findSigners, nameIn } from './words.ts';

type Props = Pick<EntryViewProps, 'setting' | 'meeting' | 'onUnconfirm' | 'onAttachment'>;

/** Who signed, how and when; and who has not yet. */
export function SignatureList(props: Props) {
  const { setting, meeting } = props;
  const relationship = setting.ledger.relationships.find(({ id }) => id === meeting.relationship);
  const signed = new Set(meeting.signatures.map(({ by }) => by));
  const missing = relationship ? findSigners(meeting, relationship).filter((id) => !signed.has(id)) : [];
  if (meeting.outcome === 'planned') return null;
  return (
    <section aria-label="Signatures">
      <h2 class="legend">Signatures</h2>
      <ul class="signatures">
        {meeting.signatures.map((signature) => (
          <Signed key={`${signature.by} ${signature.at}`} signature={signature} {...props} />
        ))}
        {missing.map((id) => (
          <li key={id} class="signature quiet">
            <span class="signature-mark" />
            <span>
              <bdi>{nameIn(setting, id)}</bdi> has not signed
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Signed({ signature, setting, onUnconfirm, onAttachment }: Props & { signature: Signature }) {
  const { by, at, name, drawing, message, attachment } = signature;
  const who = nameIn(setting, by);
  return (
    <li class="signature">
      <span class="signature-mark">
        <Icon name="tick" />
      </span>
      <div class="signature-words">
        <p>
          <b>
            <bdi>{who}</bdi>
          </b>
        </p>
        <p class="small quiet">
          {composeHow(signature)}, {composeStamp(at, setting.zone)}
        </p>
        {name ? (
          <p class="typed-name">
            <bdi>{name}</bdi>
          </p>
        ) : null}
        {drawing ? <Drawing drawing={drawing} label={`Signature of ${who}`} /> : null}
        {message && onUnconfirm ? (
          <p class="small">
            Their answer in the thread was taken for a yes. Check it.{' '}
            <Button kind="plain" onClick={() => onUnconfirm(message)}>
              It was no confirmation
            </Button>
          </p>
        ) : null}
        {attachment && onAttachment ? (
          <Button onClick={() => onAttachment(attachment)}>Show the signed page</Button>
        ) : null}
      </div>
    </li>
  );
}
