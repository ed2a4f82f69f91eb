import { Button } from '../../../ui/Button.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import type { Overview, OverviewItem } from '../../deadlines/overview.ts';
import { describeMark, describeTime } from '../../deadlines/words.ts';
import type { ComingBack } from '../coming-back.ts';
import { composeTitle } from './words.ts';

interface ComingBackProps {
  back: ComingBack;
  overview: Overview;
  nameOf: (person: string) => string;
  onOpen: (item: OverviewItem) => void;
  onLog: () => void;
  onReplyOff: () => void;
}

function composeDue({ mark }: OverviewItem, { now, zone }: Overview): string {
  return mark.due ? `due ${describeTime(mark.due, now, zone)}` : 'no limit';
}

function Waiting({ back, overview, onOpen }: Pick<ComingBackProps, 'back' | 'overview' | 'onOpen'>) {
  return (
    <ul class="away-back-list">
      {back.waiting.map((item) => (
        <li key={item.key}>
          <button type="button" class="away-back-row" onClick={() => onOpen(item)}>
            <span class="away-task-words">
              <span class="row-name cut">
                <bdi>{item.mentee}</bdi>
              </span>
              <span class="only-read">, </span>
              <span class="away-back-detail">
                <span class="cut">
                  <bdi>{item.title}</bdi>
                </span>
                <span class="away-back-due">&nbsp;· {composeDue(item, overview)}</span>
              </span>
            </span>
            <span class="only-read">, </span>
            <Chip {...describeMark(item.mark, overview.now, overview.zone)} />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** After an absence: who waited longest first, each with the deadline it always had. */
export function ComingBackView({ back, overview, nameOf, onOpen, onLog, onReplyOff }: ComingBackProps) {
  const { waiting, missed, replyOn, away } = back;
  return (
    <section class="away-back" aria-label="Coming back">
      <h2 class="section-head">
        Coming back <span class="section-count">{composeTitle(away)}</span>
      </h2>
      {replyOn ? (
        <Notice
          icon="bell"
          title="Your automatic reply may still be on"
          action={<Button onClick={onReplyOff}>It is off</Button>}
        />
      ) : null}
      {waiting.length > 0 ? <Waiting back={back} overview={overview} onOpen={onOpen} /> : null}
      {missed.length > 0 ? (
        <div class="away-missed">
          <p class="small quiet">Meetings that fell inside, not logged yet</p>
          <ul class="plain-list">
            {missed.map(({ meeting }) => (
              <li key={meeting.meeting}>
                <bdi>{meeting.people.map(nameOf).join(', ') || meeting.title}</bdi>
                <span class="quiet"> · {describeTime(meeting.start, overview.now, overview.zone)}</span>
              </li>
            ))}
          </ul>
          <Button onClick={onLog}>Open the log</Button>
        </div>
      ) : null}
    </section>
  );
}
