import type { Handed, Notice } from '../../../domain/away/away.ts';
import { compareDates } from '../../../domain/time/windows.ts';
import { Button } from '../../../ui/Button.tsx';
import { composeDate } from '../../../ui/dates.ts';
import { describeSpan, describeTime } from '../../deadlines/words.ts';
import { type AwaySetting, nameOf } from './props.ts';
import { composeTitle } from './words.ts';

type Taken = Notice & { handed: Handed };

interface HandoverTakenProps {
  setting: AwaySetting;
  onDrop: (notice: string) => void;
}

const HOUR = 3_600_000;

/** What was handed over and is not over yet, the first to begin on top. */
function findTaken({ small, today }: AwaySetting): Taken[] {
  const taken = small.notices.filter((notice): notice is Taken => notice.handed !== undefined);
  return taken
    .filter(({ returns }) => !returns || compareDates(returns, today) > 0)
    .toSorted((a, b) => compareDates(a.handed.from, b.handed.from));
}

/** What waits of one mentee: how long each thread has, and when they are met. */
function composeWaits({ handed }: Taken, mentee: string, { overview }: AwaySetting): string {
  const { now, zone } = overview;
  const threads = handed.threads
    .filter((thread) => thread.mentee === mentee)
    .map(({ since }) => `waits for ${describeSpan((Date.parse(now) - Date.parse(since)) / HOUR)}`);
  const meetings = handed.meetings
    .filter((meeting) => meeting.mentee === mentee && meeting.start > now)
    .map(({ start }) => `meeting ${describeTime(start, now, zone)}`);
  return [...threads, ...meetings].join(' · ');
}

function TakenCard({ taken, setting, onDrop }: HandoverTakenProps & { taken: Taken }) {
  const { handed, returns, id } = taken;
  const name = nameOf(setting, handed.by);
  const concerned = [...new Set([...handed.threads, ...handed.meetings].map(({ mentee }) => mentee))];
  const rows = concerned
    .map((mentee) => ({ mentee, waits: composeWaits(taken, mentee, setting) }))
    .filter(({ waits }) => waits !== '');
  return (
    <section class="card" aria-label={`You cover for ${name}`}>
      <header class="card-head">
        <div class="card-words">
          <h2 class="card-title">
            You cover for <bdi>{name}</bdi>
          </h2>
          <p class="quiet">
            {composeTitle(handed)}
            {returns ? ` · back on ${composeDate(returns)}` : ''}
          </p>
        </div>
        <Button aria-label={`Remove: ${name}`} onClick={() => onDrop(id)}>
          Remove
        </Button>
      </header>
      {rows.length > 0 ? (
        <ul class="away-proposals">
          {rows.map(({ mentee, waits }) => (
            <li key={mentee} class="away-proposal">
              <div class="away-task-words">
                <p class="away-task-title">
                  <bdi>{nameOf(setting, mentee)}</bdi>
                </p>
                <p class="small quiet">{waits}</p>
              </div>
            </li>
          ))}
        </ul>
      ) : (
        <p>No thread waits, and no meeting is booked until then.</p>
      )}
      <p class="small quiet">
        As of {describeTime(handed.writtenAt, setting.overview.now, setting.overview.zone)}
        {handed.unknown > 0 ? ` · ${handed.unknown} of the sheet’s mentees not known here` : ''}
      </p>
    </section>
  );
}

/** Co-mentors' absences that this mentor covers, and what waits there. */
export function HandoverTaken(props: HandoverTakenProps) {
  return (
    <>
      {findTaken(props.setting).map((taken) => (
        <TakenCard key={taken.id} taken={taken} {...props} />
      ))}
    </>
  );
}
