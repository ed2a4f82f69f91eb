import { Icon } from '../../../ui/Icon.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { Counts, FileProblem } from './calendar-file.ts';
import { composeCounts, composeFileProblem } from './file-words.ts';

interface FileOutcomeProps {
  name: string;
  counts: Counts;
  problems: FileProblem[];
}

/** What came of a file, and line by line what did not. */
export function FileOutcome({ name, counts, problems }: FileOutcomeProps) {
  return (
    <div class="file-outcome">
      <p class="file-done">
        <Icon name="tick" />
        <span>
          <bdi class="file-name">{name}</bdi>: {composeCounts(counts)}
        </span>
      </p>
      {problems.length > 0 ? (
        <details>
          <summary>
            {problems.length === 1 ? '1 thing' : `${problems.length} things`} could not be read as written
          </summary>
          <div class="file-problems">
            <Table
              caption={`What could not be read of ${name}`}
              rows={problems}
              getKey={({ line, code, detail }) => `${line} ${code} ${detail}`}
              columns={[
                { head: 'Line', cell: ({ line }) => line.toLocaleString() },
                { head: 'What', cell: composeFileProblem },
              ]}
            />
          </div>
        </details>
      ) : null}
    </div>
  );
}
