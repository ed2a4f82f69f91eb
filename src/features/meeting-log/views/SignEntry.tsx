import { useEffect, useState } from 'preact/hooks';
import { currentMeeting, digestToSign, fingerprint } from '../../../domain/meeting/chain.ts';
import type { Attachment, Signature } from '../../../domain/meeting/meeting.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { EntryFacts } from './EntryFacts.tsx';
import type { SignEntryProps } from './props.ts';
import { SignDrawn } from './SignDrawn.tsx';
import { SignPaper } from './SignPaper.tsx';
import { SignReply } from './SignReply.tsx';
import { SignTyped } from './SignTyped.tsx';
import { findSigners, nameIn } from './words.ts';

type How = Signature['how'];

const ways: { how: How; text: string }[] = [
  { how: 'drawn', text: 'Draw' },
  { how: 'typed', text: 'Type' },
  { how: 'reply', text: 'By reply' },
  { how: 'paper', text: 'On paper' },
];

/** What a way to sign gives; who, when and for what is known here. */
export type Made = Pick<Signature, 'name' | 'drawing' | 'attachment'>;

/** Signs an entry in one of four ways, one person after the other, each for what stands above. */
export function SignEntry({ setting, meeting, onSign, onMail, onPrint }: SignEntryProps) {
  const { ledger } = setting;
  const digest = useDigest(meeting, ledger.amendments);
  const relationship = ledger.relationships.find(({ id }) => id === meeting.relationship);
  const signed = new Set(meeting.signatures.filter((each) => each.digest === digest).map(({ by }) => by));
  const left = relationship ? findSigners(meeting, relationship).filter((id) => !signed.has(id)) : [];
  const [chosen, setChosen] = useState<string | null>(null);
  const [how, setHow] = useState<How>('drawn');
  const who = chosen !== null && left.includes(chosen) ? chosen : left[0];
  if (digest === null || !relationship) return null;
  if (who === undefined)
    return <Empty title="Signed by all" text="The entry is closed. A change is an amendment now." />;

  const current = currentMeeting(meeting, ledger.amendments);
  const isMe = who === relationship.me;
  const open = ways.filter((way) => !(isMe && way.how === 'reply'));
  const way = open.some((each) => each.how === how) ? how : 'drawn';
  const person = { id: who, name: nameIn(setting, who), isMe };
  const sign = (made: Made, attachment?: Attachment) =>
    onSign({ by: who, how: way, at: setting.now, digest, ...made }, attachment);
  const step = { person, onMade: sign };
  return (
    <div class="form sign">
      <section class="sign-quote" aria-label="What is signed">
        <EntryFacts setting={setting} meeting={withoutOwn(current)} />
        <p class="small quiet">
          Fingerprint <code class="fingerprint">{fingerprint(digest)}</code>
        </p>
      </section>
      <Segments label="Who signs" value={who} onChoose={setChosen}>
        {left.map((id) => ({ value: id, text: id === relationship.me ? 'You' : nameIn(setting, id) }))}
      </Segments>
      <Segments label="How" value={way} onChoose={(value) => setHow(value as How)}>
        {open.map((each) => ({ value: each.how, text: each.text }))}
      </Segments>
      {way === 'drawn' ? <SignDrawn key={who} {...step} /> : null}
      {way === 'typed' ? <SignTyped key={who} {...step} /> : null}
      {way === 'reply' ? (
        <SignReply setting={setting} meeting={current} person={person} digest={digest} onMail={onMail} />
      ) : null}
      {way === 'paper' ? <SignPaper key={who} {...step} setting={setting} meeting={meeting} onPrint={onPrint} /> : null}
    </div>
  );
}

/** What the other may read. */
function withoutOwn(meeting: SignEntryProps['meeting']): SignEntryProps['meeting'] {
  const { privateNote: _, ...shown } = meeting;
  return shown;
}

function useDigest(meeting: SignEntryProps['meeting'], amendments: SignEntryProps['setting']['ledger']['amendments']) {
  const [digest, setDigest] = useState<string | null>(null);
  useEffect(() => {
    let isHere = true;
    void digestToSign(meeting, amendments).then((value) => isHere && setDigest(value));
    return () => {
      isHere = false;
    };
  }, [meeting, amendments]);
  return digest;
}

interface SegmentsProps {
  label: string;
  value: string;
  onChoose: (value: string) => void;
  children: { value: string; text: string }[];
}

function Segments({ label, value, onChoose, children }: SegmentsProps) {
  return (
    <fieldset>
      <legend class="legend">{label}</legend>
      <div class="segments">
        {children.map((choice) => (
          <label key={choice.value} class="segment">
            <input type="radio" name={label} checked={choice.value === value} onChange={() => onChoose(choice.value)} />
            <span>
              <bdi>{choice.text}</bdi>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
