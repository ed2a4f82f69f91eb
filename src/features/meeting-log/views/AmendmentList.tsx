import { fingerprint } from '../../../domain/meeting/chain.ts';
import type { Amendment } from '../../../domain/meeting/meeting.ts';
import { composeStamp } from '../../../ui/dates.ts';
import { composeChange } from './change-words.ts';
import type { EntrySetting } from './props.ts';
import { nameIn } from './words.ts';

/** What was said about a signed entry later, first to last. */
export function AmendmentList({ setting, amendments }: { setting: EntrySetting; amendments: readonly Amendment[] }) {
  return (
    <section aria-label="Amendments">
      <h2 class="legend">Amended</h2>
      <ol class="amendments">
        {amendments.map(({ id, at, by, reason, change, digest }) => (
          <li key={id} class="amendment">
            <p dir="auto">{reason}</p>
            <p class="small">
              <bdi>{composeChange(change, setting)}</bdi>
            </p>
            <p class="small quiet">
              <bdi>{nameIn(setting, by)}</bdi>, {composeStamp(at, setting.zone)}, <code>{fingerprint(digest)}</code>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
