import { composeRelationshipName } from '../../features/log-page/choices.ts';
import { findSpeedRelationships } from '../../features/speed-session/find-partner.ts';
import type { SpeedPlan } from '../../features/speed-session/plan-entries.ts';
import { SpeedSession } from '../../features/speed-session/views/SpeedSession.tsx';
import { findProgramme } from '../../programmes/index.ts';
import { Empty } from '../../ui/Empty.tsx';
import { ChoiceField } from '../../ui/Field.tsx';
import type { SmallDesk } from './log-desk.ts';
import { Page } from './Page.tsx';
import { saveSpeed } from './save-speed.ts';

interface SpeedPlaceProps {
  desk: SmallDesk;
  /** The relationship's id; '' for the first that has such sessions. */
  relationship: string;
}

/** Speed sessions, under one of the relationships whose programme has them. */
export function SpeedPlace({ desk, relationship: wanted }: SpeedPlaceProps) {
  const { deps, small } = desk;
  const offered = findSpeedRelationships(small);
  const relationship = small.relationships.find(({ id }) => id === wanted) ?? offered[0];
  const programme = relationship && findProgramme(small.programmes, relationship.programme);
  const save = async (plan: SpeedPlan) => {
    const isSaved = await saveSpeed(desk, plan);
    if (isSaved) location.hash = '#log';
    return isSaved;
  };
  if (!relationship || !programme?.structure.forms.includes('speed-session')) {
    return (
      <Page title="Speed session">
        <div class="card">
          <Empty
            title="No speed sessions here"
            text="They are offered for a relationship under a programme that has them, such as Speed Peer Mentoring."
          >
            <a class="button" href="#log">
              Back to the meetings
            </a>
          </Empty>
        </div>
      </Page>
    );
  }
  return (
    <Page title="Speed session" about="A short talk in two equal halves: each is mentor once and mentee once.">
      {offered.length > 1 ? (
        <div class="speed-under">
          <ChoiceField
            label="Under"
            value={relationship.id}
            choices={offered.map((each) => ({ value: each.id, text: composeRelationshipName(small, each) }))}
            onChoice={(id) => {
              location.hash = `#log/speed/${id}`;
            }}
          />
        </div>
      ) : null}
      <SpeedSession
        key={relationship.id}
        ledger={small}
        relationship={relationship}
        programme={programme}
        now={deps.now}
        onSave={save}
      />
    </Page>
  );
}
