import { useEffect, useState } from 'preact/hooks';
import { currentMeeting, digestToSign, findAmendments, fingerprint, isClosed } from '../../../domain/meeting/chain.ts';
import { Button } from '../../../ui/Button.tsx';
import { AmendmentList } from './AmendmentList.tsx';
import { DiffersNotice } from './DiffersNotice.tsx';
import { EntryFacts } from './EntryFacts.tsx';
import type { EntryViewProps } from './props.ts';
import { SignatureList } from './SignatureList.tsx';

/** An entry to read: as it stands, who signed, what was amended, and what can be done with it. */
export function EntryView(props: EntryViewProps) {
  const { setting, meeting, event, onEdit, onSign, onAmend, onRemove, onKeep, onFollow } = props;
  const amendments = findAmendments(meeting, setting.ledger.amendments);
  const current = currentMeeting(meeting, amendments);
  const closed = isClosed(meeting);
  const print = useFingerprint(props);
  return (
    <article class="entry" aria-label="Entry">
      <DiffersNotice
        meeting={meeting}
        event={event}
        setting={setting}
        closed={closed}
        onKeep={onKeep}
        onFollow={onFollow}
      />
      <EntryFacts setting={setting} meeting={current} />
      <SignatureList {...props} />
      {amendments.length > 0 ? <AmendmentList setting={setting} amendments={amendments} /> : null}
      <div class="form-actions entry-actions">
        {onSign && meeting.outcome !== 'planned' ? (
          <Button kind={closed ? 'plain' : 'primary'} onClick={onSign}>
            Sign
          </Button>
        ) : null}
        {onEdit && !closed ? <Button onClick={onEdit}>Edit</Button> : null}
        {onAmend && closed ? <Button onClick={onAmend}>Amend…</Button> : null}
        {onRemove && !closed ? (
          <Button kind="grave" onClick={onRemove}>
            Remove
          </Button>
        ) : null}
        {print ? (
          <span class="quiet small push">
            Fingerprint <code class="fingerprint">{print}</code>
          </span>
        ) : null}
      </div>
    </article>
  );
}

function useFingerprint({ meeting, setting }: EntryViewProps): string | null {
  const [print, setPrint] = useState<string | null>(null);
  useEffect(() => {
    let isHere = true;
    void digestToSign(meeting, setting.ledger.amendments).then((digest) => isHere && setPrint(fingerprint(digest)));
    return () => {
      isHere = false;
    };
  }, [meeting, setting.ledger.amendments]);
  return print;
}
