import { useEffect, useState } from 'preact/hooks';
import { currentMeeting, digestToSign, findAmendments, fingerprint, isClosed } from '../../../domain/meeting/chain.ts';
import { Button } from '../../../ui/Button.tsx';
import { AmendmentList } from './AmendmentList.tsx';
import { BeforeMeeting } from './BeforeMeeting.tsx';
import { DiffersNotice } from './DiffersNotice.tsx';
import { EntryFacts } from './EntryFacts.tsx';
import type { EntryViewProps } from './props.ts';
import { SignatureList } from './SignatureList.tsx';
import { findSigners } from './words.ts';

/** An entry to read: as it stands, who signed, what was amended, and what can be done with it. */
export function EntryView(props: EntryViewProps) {
  const { setting, meeting, event, onEdit, onSign, onAmend, onRemove, onKeep, onFollow } = props;
  const amendments = findAmendments(meeting, setting.ledger.amendments);
  const current = currentMeeting(meeting, amendments);
  const closed = isClosed(meeting);
  const digest = useDigest(props);
  const signed = new Set(meeting.signatures.filter((each) => each.digest === digest).map(({ by }) => by));
  const relationship = setting.ledger.relationships.find(({ id }) => id === meeting.relationship);
  const isLeft = relationship !== undefined && findSigners(current, relationship).some((id) => !signed.has(id));
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
      {current.outcome === 'planned' && current.start > setting.now ? (
        <BeforeMeeting setting={setting} relationship={current.relationship} attendees={current.attendees} />
      ) : null}
      <EntryFacts setting={setting} meeting={current} />
      <SignatureList {...props} />
      {amendments.length > 0 ? <AmendmentList setting={setting} amendments={amendments} /> : null}
      <div class="form-actions entry-actions">
        {onSign && isLeft && digest !== null && meeting.outcome !== 'planned' ? (
          <Button kind="primary" onClick={onSign}>
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
        {digest ? (
          <span class="quiet small push">
            Fingerprint <code class="fingerprint">{fingerprint(digest)}</code>
          </span>
        ) : null}
      </div>
    </article>
  );
}

function useDigest({ meeting, setting }: EntryViewProps): string | null {
  const [digest, setDigest] = useState<string | null>(null);
  useEffect(() => {
    let isHere = true;
    void digestToSign(meeting, setting.ledger.amendments).then((value) => isHere && setDigest(value));
    return () => {
      isHere = false;
    };
  }, [meeting, setting.ledger.amendments]);
  return digest;
}
