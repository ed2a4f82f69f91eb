import type { Meeting } from '../../../domain/meeting/meeting.ts';
import { Button } from '../../../ui/Button.tsx';
import { composeRequest } from '../compose-request.ts';
import type { EntrySetting, SignEntryProps } from './props.ts';
import type { Signer } from './sign-props.ts';
import { nameIn } from './words.ts';

interface SignReplyProps {
  setting: EntrySetting;
  meeting: Meeting;
  person: Signer;
  digest: string;
  onMail: SignEntryProps['onMail'];
}

/** A prepared mail asks; the answer is recognised when the thread is open. The mentor sends it. */
export function SignReply({ setting, meeting, person, digest, onMail }: SignReplyProps) {
  const { ledger, zone } = setting;
  const email = ledger.people.find(({ id }) => id === person.id)?.emails[0];
  const attendees = meeting.attendees.map((id) => nameIn(setting, id));
  const { subject, body } = composeRequest(meeting, { name: person.name, attendees, digest, zone });
  return (
    <div class="form">
      <p class="quiet small">
        The mail below opens in your mailbox; you send it. When {person.name} answers and you open the thread, the entry
        is signed by that answer, and you can check it.
      </p>
      <section class="sign-mail" aria-label="The mail">
        <p>
          <b>
            <bdi>{subject}</bdi>
          </b>
        </p>
        <p class="note-text" dir="auto">
          {body}
        </p>
      </section>
      <div class="form-actions">
        <Button kind="primary" disabled={email === undefined} onClick={() => email && onMail([email], subject, body)}>
          Open the mail to {person.name}
        </Button>
      </div>
      {email === undefined ? <p class="quiet small">No address of {person.name} is known yet.</p> : null}
    </div>
  );
}
