import type { Programme } from '../../../domain/programme/programme.ts';
import { isJudged } from '../../../domain/verdict/judge.ts';
import { Table } from '../../../ui/Table.tsx';
import { composeFigures, composeOwner, composeRuleName, composeStrength } from './rule-words.ts';

/** What a programme asks, rule by rule, each with the clause it comes from. */
export function RuleTable({ programme }: { programme: Programme }) {
  return (
    <Table
      caption={`Rules of ${programme.name}`}
      rows={programme.rules}
      getKey={({ rule }) => rule}
      stacks
      columns={[
        {
          head: 'Rule',
          cell: (rule) => (
            <>
              {composeRuleName(rule.rule)}
              {isJudged(rule) ? null : <div class="small quiet">Not followed by Waymark yet</div>}
            </>
          ),
        },
        { head: 'Figure', cell: ({ figures }) => <span class="one-line">{composeFigures(figures)}</span> },
        { head: 'Strength', cell: ({ strength }) => composeStrength(strength) },
        { head: 'Whose', cell: ({ duty }) => composeOwner(duty) },
        {
          head: 'Clause',
          cell: ({ clause, changed }) => (
            <>
              {clause.says}
              <div class="small quiet">
                {clause.section}
                {changed ? ' · changed by you' : ''}
              </div>
            </>
          ),
        },
      ]}
    />
  );
}
