import { useState } from 'preact/hooks';
import { duplicateProgramme, renameProgramme } from '../../domain/programme/custom.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { ProgrammeForm } from '../../features/programmes/views/ProgrammeForm.tsx';
import { ProgrammeView } from '../../features/programmes/views/ProgrammeView.tsx';
import { composeFileProblem } from '../../features/settings/views/backup-words.ts';
import { readProgramme, writeProgramme } from '../../files/programme-file.ts';
import { isBuiltIn, programmes } from '../../programmes/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Confirm } from '../../ui/Confirm.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Problem } from '../../ui/Notice.tsx';
import { DatesOfProgramme } from './DatesOfProgramme.tsx';
import type { Desk } from './dashboard-state.ts';
import { downloadText } from './download.ts';
import { Page } from './Page.tsx';

interface Task {
  kind: 'edit' | 'remove';
  programme: Programme;
}

/** What each programme asks, and programmes of one's own. */
export function ProgrammesPlace({ desk }: { desk: Desk }) {
  const { deps, small, asking } = desk;
  const [task, setTask] = useState<Task | null>(null);
  const [problem, setProblem] = useState('');
  const all = [...small.programmes, ...programmes];
  const used = small.relationships.map(({ programme }) => programme);
  const inUse = all.filter(({ id }) => used.includes(id));
  const [at, setAt] = useState(inUse[0]?.id ?? all[0]?.id ?? '');
  const programme = all.find(({ id }) => id === at) ?? all[0];

  const save = (pack: Programme, text: string) => asking.run(deps.ask('programmes.save', { programme: pack }), text);
  const duplicate = async (pack: Programme) => {
    const copy = duplicateProgramme(pack, crypto.randomUUID(), `${pack.name} (own)`);
    if (await save(copy, `Copied ${pack.name}`)) setAt(copy.id);
  };
  const open = async (file: File | undefined) => {
    if (!file) return;
    const read = readProgramme(await file.text());
    setProblem(read.ok ? '' : composeFileProblem(read.problem.code, read.problem.detail));
    if (!read.ok) return;
    const taken = isBuiltIn(read.programme.id) || small.programmes.some(({ id }) => id === read.programme.id);
    const pack = taken ? renameProgramme(read.programme, crypto.randomUUID(), read.programme.name) : read.programme;
    if (await save(pack, `Added ${pack.name}`)) setAt(pack.id);
  };

  return (
    <Page
      title="Programmes"
      about="Every figure stands beside the clause it comes from."
      actions={
        <label class="button file-button">
          Open a programme file
          <input
            class="only-read"
            type="file"
            accept=".json,application/json"
            onChange={(event) => void open(event.currentTarget.files?.[0])}
          />
        </label>
      }
    >
      {problem ? <Problem text={problem} /> : null}
      <fieldset class="tabs">
        <legend class="only-read">Which programme</legend>
        {all.map(({ id, short }) => (
          <Button key={id} aria-pressed={id === programme?.id} onClick={() => setAt(id)}>
            {short}
            {used.includes(id) ? <span class="tab-note">in use</span> : null}
          </Button>
        ))}
      </fieldset>
      {programme ? (
        <ProgrammeView key={programme.id} programme={programme}>
          {isBuiltIn(programme.id) ? (
            <Button onClick={() => void duplicate(programme)}>Copy to change</Button>
          ) : (
            <>
              <Button kind="primary" onClick={() => setTask({ kind: 'edit', programme })}>
                Edit
              </Button>
              <Button disabled={used.includes(programme.id)} onClick={() => setTask({ kind: 'remove', programme })}>
                Remove
              </Button>
            </>
          )}
          <Button onClick={() => downloadText(`${programme.id}.json`, writeProgramme(programme))}>Save as file</Button>
        </ProgrammeView>
      ) : null}
      {programme ? <DatesOfProgramme key={`dates ${programme.id}`} desk={desk} programme={programme.id} /> : null}
      {task ? (
        <Dialog
          title={`${task.kind === 'edit' ? 'Edit' : 'Remove'} ${task.programme.name}`}
          wide
          problem={asking.problem}
          onClose={() => setTask(null)}
        >
          {task.kind === 'edit' ? (
            <ProgrammeForm
              programme={task.programme}
              original={programmes.find(({ id }) => id === task.programme.basedOn)}
              onSave={async (pack) => {
                if (await save(pack, 'Saved')) setTask(null);
              }}
            />
          ) : (
            <Confirm
              text="No relationship uses it. Save it as a file first if you may want it back."
              button="Remove"
              onConfirm={async () => {
                const removal = deps.ask('programmes.remove', { programme: task.programme.id });
                if (await asking.run(removal, 'Removed')) setTask(null);
              }}
              onCancel={() => setTask(null)}
            />
          )}
        </Dialog>
      ) : null}
    </Page>
  );
}
