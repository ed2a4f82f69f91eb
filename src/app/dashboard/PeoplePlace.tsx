import { useState } from 'preact/hooks';
import type { Person } from '../../domain/people/person.ts';
import type { Relationship } from '../../domain/people/relationship.ts';
import { RelationshipCard } from '../../features/people/views/RelationshipCard.tsx';
import { findProgramme } from '../../programmes/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import type { Desk } from './dashboard-state.ts';
import { findMe } from './find-me.ts';
import { Page } from './Page.tsx';
import { PeopleDialog, type PeopleTask } from './PeopleDialog.tsx';

interface PeoplePlaceProps {
  desk: Desk;
  /** The relationship that is to be edited at once. */
  about?: string | undefined;
}

/** Who is mentored, under which programme. */
export function PeoplePlace({ desk, about }: PeoplePlaceProps) {
  const { small } = desk;
  const asked = small.relationships.find(({ id }) => id === about);
  const [task, setTask] = useState<PeopleTask | null>(asked ? { kind: 'edit', relationship: asked } : null);
  const me = findMe(small);
  const nameOf = ({ programme }: Relationship) => findProgramme(small.programmes, programme)?.name ?? programme;
  return (
    <Page
      title="People"
      about={me.name ? [me.name, ...me.emails].join(' · ') : 'You have not said who you are yet.'}
      actions={
        <>
          <Button onClick={() => setTask({ kind: 'person', person: me })}>Your name and addresses</Button>
          <Button onClick={() => setTask({ kind: 'new' })}>New relationship</Button>
        </>
      }
    >
      {small.relationships.map((relationship) => (
        <RelationshipCard
          key={relationship.id}
          relationship={relationship}
          programme={nameOf(relationship)}
          people={small.people}
          onAdd={() => setTask({ kind: 'add', relationship })}
          onEdit={() => setTask({ kind: 'edit', relationship })}
          onRemove={() => setTask({ kind: 'remove-relationship', relationship })}
          onEditPerson={(person: Person) => setTask({ kind: 'person', person })}
          onRemovePerson={(person: Person) => setTask({ kind: 'remove-person', person })}
        />
      ))}
      {small.relationships.length === 0 ? (
        <div class="card">
          <Empty title="Nobody here yet" text="Name a programme, then add mentees by pasting their addresses.">
            <Button kind="primary" onClick={() => setTask({ kind: 'new' })}>
              New relationship
            </Button>
          </Empty>
        </div>
      ) : null}
      {task ? <PeopleDialog desk={desk} me={me} task={task} onClose={() => setTask(null)} /> : null}
    </Page>
  );
}
