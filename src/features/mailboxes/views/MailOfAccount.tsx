import type { Account } from '../../../domain/meeting/calendar.ts';
import type { Mailbox } from '../../../domain/thread/mailbox.ts';
import { compareInstants } from '../../../domain/time/instants.ts';
import { Button } from '../../../ui/Button.tsx';
import { composeDayAndTime } from '../../../ui/dates.ts';
import { type Help, providerNames, type ToldProblem } from '../../calendars/views/account-words.ts';
import { ProblemLine } from '../../calendars/views/ProblemLine.tsx';
import { composeMailProblem, folderNames, gmailOnPage } from './mail-words.ts';

interface MailOfAccountProps {
  account: Account;
  /** Its folders that are read; none where its mail is not. */
  mailboxes: readonly Mailbox[];
  zone: string;
  /** False where only an institution's own client may read it, and there is none. */
  canRead: boolean;
  /** True while the provider's page is open. */
  isBusy: boolean;
  /** Why the last try changed nothing. */
  failed: ToldProblem | null;
  onConnect: () => void;
  onHelp: (help: NonNullable<Help>) => void;
  onStop: () => void;
}

/** The mail of a connected account: offered with what would be read of it, or how far it was. */
export function MailOfAccount(props: MailOfAccountProps) {
  const { mailboxes, failed, isBusy, onHelp } = props;
  return (
    <fieldset class="mail-part">
      <legend class="legend">Mail</legend>
      {mailboxes.length > 0 ? <Folders {...props} /> : <Offer {...props} />}
      {failed ? <ProblemLine problem={failed} onHelp={onHelp} /> : null}
      <p class="quiet small" role="status">
        {isBusy ? 'Allow it on the page that opened.' : ''}
      </p>
    </fieldset>
  );
}

function Offer({ account, canRead, isBusy, onConnect, onHelp }: MailOfAccountProps) {
  if (!canRead) return <ProblemLine problem={{ text: gmailOnPage, help: 'settings' }} onHelp={onHelp} />;
  const name = providerNames[account.provider];
  return (
    <div class="mail-offer">
      <p class="quiet small">
        Reads who wrote, when, and the subject, of mail with your people; never the text. So an answer from your phone
        counts. Shared mailboxes are not read.
      </p>
      <Button disabled={isBusy} onClick={onConnect}>
        {isBusy ? `Waiting for ${name}…` : 'Read mail headers too'}
      </Button>
    </div>
  );
}

function Folders({ account, mailboxes, zone, onHelp, onStop }: MailOfAccountProps) {
  const held = mailboxes.find(({ problem }) => problem)?.problem;
  const problem = account.problem ? undefined : held;
  return (
    <>
      {problem ? <ProblemLine problem={composeMailProblem(problem, account.provider, zone)} onHelp={onHelp} /> : null}
      {mailboxes.toSorted(byFolder).map((mailbox) => (
        <div class="calendar-row" key={mailbox.id}>
          <span>{folderNames[mailbox.folder]}</span>
          <span class="calendar-state small quiet">{describe(mailbox, Boolean(account.problem), zone)}</span>
        </div>
      ))}
      <p class="field-hint">
        {readSince(mailboxes, zone)} Who wrote, when, and the subject; never the text. Shared mailboxes are not read.
      </p>
      <div class="mail-actions">
        <Button kind="plain" onClick={onStop}>
          Stop reading mail
        </Button>
      </div>
    </>
  );
}

const order: Mailbox['folder'][] = ['all', 'inbox', 'sent', 'archive'];
const byFolder = (a: Mailbox, b: Mailbox) => order.indexOf(a.folder) - order.indexOf(b.folder);

function describe({ problem, cursor, syncedAt }: Mailbox, isHeld: boolean, zone: string): string {
  if (!isHeld && !problem && (cursor?.page || cursor?.fullSince || !syncedAt)) return 'Being read';
  return syncedAt ? `Read ${composeDayAndTime(syncedAt, zone)}` : 'Not read yet';
}

/** From where on all folders were read; '' while one was not. */
function readSince(mailboxes: readonly Mailbox[], zone: string): string {
  const starts = mailboxes.flatMap(({ from, syncedAt }) => (from && syncedAt ? from : []));
  const latest = starts.toSorted(compareInstants).at(-1);
  return latest && starts.length === mailboxes.length ? `Read from ${composeDayAndTime(latest, zone)} on.` : '';
}
