import { Chip } from '../../../ui/Chip.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import type { LogRow } from '../rows.ts';
import { composeSession } from '../sessions.ts';
import { latestSignatures } from '../signed.ts';
import {
  composeHow,
  composeMinutes,
  composeNotice,
  composePeople,
  outcomeWords,
  signedWords,
  type When,
} from '../words.ts';

interface LogTableRowProps {
  row: LogRow;
  when: When;
  differs: boolean;
  active: boolean;
  onFocus: (id: string) => void;
  onOpen: (row: LogRow) => void;
}

/** So many topics are shown; the entry itself has them all. */
const TOPICS = 3;

function Time({ row: { meeting } }: { row: LogRow }) {
  const { minutes, plannedMinutes, preparationMinutes, countOnly } = meeting;
  if (countOnly && minutes === 0) return <span class="quiet">counted only</span>;
  return (
    <>
      <span class={meeting.outcome === 'held' ? 'log-minutes' : 'quiet'}>{composeMinutes(minutes)}</span>
      {plannedMinutes !== undefined && plannedMinutes !== minutes ? (
        <span class="log-under">of {composeMinutes(plannedMinutes)} planned</span>
      ) : null}
      {preparationMinutes ? <span class="log-under">+ {composeMinutes(preparationMinutes)} preparation</span> : null}
    </>
  );
}

function Topics({ row: { meeting } }: { row: LogRow }) {
  const { topics, topicLevels, homework } = meeting;
  const shown = topics.slice(0, TOPICS);
  const left = topics.length - shown.length;
  return (
    <>
      {shown.length > 0 ? (
        <ul class="log-topics">
          {shown.map((topic, at) => (
            <li key={at} class={`log-topic-${topicLevels?.[at] ?? 0}`}>
              <bdi>{topic}</bdi>
            </li>
          ))}
        </ul>
      ) : null}
      {left > 0 ? <span class="log-under">and {left} more</span> : null}
      {homework.length > 0 ? (
        <span class="log-homework">
          <Icon name="arrow" size={12} />
          <span>
            <span class="only-read">Homework: </span>
            <bdi>{homework[0]}</bdi>
            {homework.length > 1 ? ` and ${homework.length - 1} more` : null}
          </span>
        </span>
      ) : null}
    </>
  );
}

const outcomeChips = {
  held: { shape: 'tick', tone: 'met' },
  planned: { shape: 'arrow', tone: 'waiting' },
  cancelled: { shape: 'none', tone: 'far' },
  'no-show': { shape: 'none', tone: 'far' },
} as const;

function Outcome({ row: { meeting }, differs }: { row: LogRow; differs: boolean }) {
  const { outcome } = meeting;
  const notice = outcome === 'cancelled' ? composeNotice(meeting) : '';
  const session = composeSession(meeting);
  return (
    <>
      <Chip {...outcomeChips[outcome]} text={outcomeWords[outcome]} />
      {notice ? <span class="log-under">{notice}</span> : null}
      {session ? (
        <span class="log-under log-session">
          <bdi>{session}</bdi>
        </span>
      ) : null}
      {differs ? (
        <span class="log-flag">
          <Chip shape="question" tone="unknown" text="Calendar differs" />
        </span>
      ) : null}
    </>
  );
}

const signedChips = {
  unsigned: { shape: 'none', tone: 'far' },
  mentor: { shape: 'arrow', tone: 'waiting' },
  mentee: { shape: 'arrow', tone: 'waiting' },
  both: { shape: 'tick', tone: 'met' },
} as const;

function Signatures({ row: { meeting, signed, amendments } }: { row: LogRow }) {
  const how = composeHow(latestSignatures(meeting.signatures));
  return (
    <>
      <Chip {...signedChips[signed]} text={signedWords[signed]} />
      {how ? <span class="log-under">{how}</span> : null}
      {amendments.length > 0 ? (
        <span class="log-under">{amendments.length === 1 ? 'amended' : `amended ${amendments.length} times`}</span>
      ) : null}
    </>
  );
}

/** One entry. The whole row opens it; what takes the focus is its date. */
export function LogTableRow({ row, when, differs, active, onFocus, onOpen }: LogTableRowProps) {
  return (
    <tr class="log-row">
      <th scope="row" class="log-date">
        <button
          type="button"
          class="log-open"
          data-entry={row.id}
          tabIndex={active ? 0 : -1}
          onFocus={() => onFocus(row.id)}
          onClick={() => onOpen(row)}
        >
          {when.day}
        </button>
        <span class="log-under">{row.meeting.countOnly ? 'no time noted' : when.time}</span>
      </th>
      <td class="log-people">
        <bdi>{composePeople(row.people)}</bdi>
        <span class="log-under">{row.programme}</span>
      </td>
      <td class="log-time figure">
        <Time row={row} />
      </td>
      <td class="log-words">
        <Topics row={row} />
      </td>
      <td class="log-outcome">
        <Outcome row={row} differs={differs} />
      </td>
      <td class="log-signed">
        <Signatures row={row} />
      </td>
    </tr>
  );
}
