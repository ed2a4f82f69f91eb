import { useState } from 'preact/hooks';
import type { Person } from '../../domain/people/person.ts';
import { defaultSettings } from '../../domain/settings.ts';
import { FirstRun, type Step } from '../../features/first-run/views/FirstRun.tsx';
import { ProgrammeStep } from '../../features/first-run/views/ProgrammeStep.tsx';
import { AddMentees } from '../../features/people/views/AddMentees.tsx';
import { PersonForm } from '../../features/people/views/PersonForm.tsx';
import { planMentees } from '../../features/people/views/plan-people.ts';
import type { RosterLine } from '../../features/people/views/roster-line.ts';
import { AccessList } from '../../features/sources/views/AccessList.tsx';
import { parseRoster } from '../../files/roster.ts';
import { programmes } from '../../programmes/index.ts';
import { Button } from '../../ui/Button.tsx';
import { ChoiceField } from '../../ui/Field.tsx';
import { Problem } from '../../ui/Notice.tsx';
import { composeRelationship } from './compose-relationship.ts';
import type { Desk } from './dashboard-state.ts';
import { findMe } from './find-me.ts';
import { withoutSample, withSample } from './sample-calls.ts';
import { useAccess } from './use-access.ts';

const steps: Step[] = [
  { title: 'Your programme', why: 'Its figures decide by when a mentee has an answer. You can change them later.' },
  { title: 'You', why: 'So that Waymark knows which mails are yours.' },
  { title: 'Your mentees', why: 'Only mail with them is looked at. One paste is enough.' },
  {
    title: 'Your mailbox',
    why: 'Waymark reads who wrote, when, and the subject, on the pages you open. It never sends, and nothing leaves this computer.',
  },
];

/** Programme, you, mentees, mailbox: under a minute, each step skippable. */
export function Welcome({ desk }: { desk: Desk }) {
  const { deps, small, asking } = desk;
  const [at, setAt] = useState(0);
  const [programme, setProgramme] = useState('');
  const [me, setMe] = useState<Person>(() => findMe(small));
  const packs = [...programmes, ...small.programmes];
  const under = programme || (packs[0]?.id ?? '');
  const access = useAccess(deps, asking);

  const leave = async () => {
    const settings = { ...(small.settings[0] ?? defaultSettings(deps.zone)), welcomed: true };
    if (await asking.run(deps.ask('settings.save', { settings }))) location.hash = '#today';
  };
  const next = () => (at < steps.length - 1 ? setAt(at + 1) : void leave());
  const addSample = async () => {
    if (await asking.run(withSample(deps), 'Four invented mentees are here to look at')) await leave();
  };
  const savePerson = async (person: Person) => {
    setMe(person);
    if (await asking.run(deps.ask('people.save', { people: [person], relationships: [] }))) next();
  };
  const saveMentees = async (rows: RosterLine[]) => {
    await withoutSample(deps);
    const there = small.relationships.find((one) => one.programme === under && !one.id.startsWith('sample-'));
    const relationship = there ?? composeRelationship(deps, me.id, under);
    const plan = planMentees(rows, relationship, () => crypto.randomUUID());
    const own = { ...me, name: me.name || 'Me' };
    const saved = deps.ask('people.save', { people: [own, ...plan.people], relationships: plan.relationships });
    if (await asking.run(saved, `Added ${rows.length} ${rows.length === 1 ? 'mentee' : 'mentees'}`)) next();
  };

  return (
    <FirstRun
      steps={steps}
      at={at}
      aside={<Button onClick={() => void addSample()}>Look around with sample data</Button>}
      onBack={() => setAt(at - 1)}
      onSkip={next}
      onLeave={() => void leave()}
    >
      {asking.problem ? <Problem text={asking.problem} button="Close" onPress={asking.clear} /> : null}
      {at === 0 ? (
        <ProgrammeStep
          programmes={packs}
          chosen={programme}
          onChoose={(id) => {
            setProgramme(id);
            next();
          }}
        />
      ) : null}
      {at === 1 ? (
        <PersonForm
          person={me}
          others={small.people.filter(({ id }) => id !== me.id)}
          self
          save="Go on"
          onSave={(person) => void savePerson(person)}
        />
      ) : null}
      {at === 2 ? (
        <ChoiceField
          label="Under which programme"
          value={under}
          choices={packs.map(({ id, name }) => ({ value: id, text: name }))}
          onChoice={setProgramme}
        />
      ) : null}
      {at === 2 ? (
        <AddMentees
          parseRoster={parseRoster}
          known={[...small.people.flatMap(({ emails }) => emails), ...me.emails]}
          onAdd={(rows) => void saveMentees(rows)}
        />
      ) : null}
      {at === 3 ? <AccessList sites={access.sites} onAllow={access.allow} /> : null}
    </FirstRun>
  );
}
