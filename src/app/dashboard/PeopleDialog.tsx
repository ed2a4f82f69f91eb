import type { Person } from '../../domain/people/person.ts';
import type { Relationship } from '../../domain/people/relationship.ts';
import { AddMentees } from '../../features/people/views/AddMentees.tsx';
import { PersonForm } from '../../features/people/views/PersonForm.tsx';
import { type PeoplePlan, planMentees } from '../../features/people/views/plan-people.ts';
import { RelationshipForm } from '../../features/people/views/RelationshipForm.tsx';
import { parseRoster } from '../../files/roster.ts';
import { programmes } from '../../programmes/index.ts';
import { Confirm } from '../../ui/Confirm.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { composeRelationship } from './compose-relationship.ts';
import type { Desk } from './dashboard-state.ts';
import { withoutSample } from './sample-calls.ts';

export type PeopleTask =
  | { kind: 'new' }
  | { kind: 'add' | 'edit' | 'remove-relationship'; relationship: Relationship }
  | { kind: 'person' | 'remove-person'; person: Person };

interface PeopleDialogProps {
  desk: Desk;
  me: Person;
  task: PeopleTask;
  onClose: () => void;
}

const titles: Record<PeopleTask['kind'], string> = {
  new: 'New relationship',
  add: 'Add mentees',
  edit: 'Edit relationship',
  'remove-relationship': 'Remove relationship',
  person: 'Edit person',
  'remove-person': 'Remove person',
};

const newId = () => crypto.randomUUID();

export function PeopleDialog({ desk, me, task, onClose }: PeopleDialogProps) {
  const { deps, small, asking } = desk;
  const finish = async (good: Promise<boolean>) => {
    if (await good) onClose();
  };
  /** People of one's own take the sample's place. */
  const save = async (plan: PeoplePlan, text: string) => {
    const own = plan.relationships.some(({ id }) => !id.startsWith('sample-'));
    if (own) await withoutSample(deps);
    return asking.run(deps.ask('people.save', plan), text);
  };
  const relationshipForm = (relationship: Relationship, before: Person[]) => (
    <RelationshipForm
      relationship={relationship}
      people={small.people}
      programmes={[...programmes, ...small.programmes]}
      parseRoster={parseRoster}
      newId={newId}
      onSave={(plan) => finish(save({ ...plan, people: [...before, ...plan.people] }, 'Saved'))}
    />
  );
  const content = () => {
    switch (task.kind) {
      case 'new':
        return relationshipForm(composeRelationship(deps, me.id), [me]);
      case 'edit':
        return relationshipForm(task.relationship, []);
      case 'add':
        return (
          <AddMentees
            parseRoster={parseRoster}
            known={small.people.flatMap(({ emails }) => emails)}
            onAdd={(rows) =>
              finish(save(planMentees(rows, task.relationship, newId), `Added ${rows.length} to your mentees`))
            }
          />
        );
      case 'person':
        return (
          <PersonForm
            person={task.person}
            others={small.people.filter(({ id }) => id !== task.person.id)}
            self={task.person.id === me.id}
            onSave={(person) =>
              finish(asking.run(deps.ask('people.save', { people: [person], relationships: [] }), 'Saved'))
            }
          />
        );
      case 'remove-person':
        return (
          <Confirm
            text={`Waymark forgets ${task.person.name}, with their messages, texts and calls. Mail in your mailbox stays.`}
            button="Remove"
            onConfirm={() => finish(asking.run(deps.ask('people.remove', { person: task.person.id }), 'Removed'))}
            onCancel={onClose}
          />
        );
      case 'remove-relationship':
        return (
          <Confirm
            text="Its promises are no longer watched. The people stay where they stand in another relationship."
            button="Remove"
            onConfirm={() =>
              finish(asking.run(deps.ask('relationships.remove', { relationship: task.relationship.id }), 'Removed'))
            }
            onCancel={onClose}
          />
        );
    }
  };
  return (
    <Dialog
      title={task.kind === 'person' && task.person.id === me.id ? 'Your name and addresses' : titles[task.kind]}
      problem={asking.problem}
      wide={task.kind === 'add' || task.kind === 'edit' || task.kind === 'new'}
      onClose={onClose}
    >
      {content()}
    </Dialog>
  );
}
