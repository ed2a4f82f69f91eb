import { useState } from 'preact/hooks';
import { Problem } from '../../../ui/Notice.tsx';
import type { AwayActions, HandoverOutcome } from './actions.ts';
import { composeHandoverFailure } from './words.ts';

/** A co-mentor's handover sheet, taken over from a file: whom one covers, and what waits there. */
export function HandoverIn({ actions }: { actions: AwayActions }) {
  const [outcome, setOutcome] = useState<HandoverOutcome | null>(null);
  const { importHandover } = actions;
  if (!importHandover) return null;
  const take = async (input: HTMLInputElement) => {
    const [file] = input.files ?? [];
    if (file) setOutcome(await importHandover(file).catch((): HandoverOutcome => ({ done: false, code: 'failed' })));
    input.value = '';
  };
  return (
    <section class="card" aria-label="Cover for a co-mentor">
      <h2 class="card-title">Cover for a co-mentor</h2>
      <p class="quiet">
        Their handover sheet lists the open threads and coming meetings, and nothing of what was written.
      </p>
      <label class="button file-button away-file">
        Take over a handover sheet
        <input
          type="file"
          class="only-read"
          accept=".json,application/json"
          onChange={(event) => void take(event.currentTarget)}
        />
      </label>
      {outcome && !outcome.done ? <Problem text={composeHandoverFailure(outcome.code)} /> : null}
      <p role="status" class="away-said">
        {outcome?.done
          ? `You cover for ${outcome.mentor}: ${outcome.mentees} mentees, ${outcome.threads} open threads.`
          : ''}
      </p>
    </section>
  );
}
