import type { AwayPlan, Fired } from '../../../domain/away/plan.ts';
import { composeRuleName } from '../../programmes/views/rule-words.ts';
import { composeLength, composeNeed, composeTrigger } from './words.ts';

/** One rule with why it is set off, and the sentence it comes from a press away. */
function Reason({ rule, trigger }: Fired) {
  const { clause } = rule;
  return (
    <li>
      <p class="away-rule">
        {composeRuleName(rule.rule)} <span class="quiet">{composeNeed(rule.strength)}</span>
      </p>
      <p class="small">{composeTrigger(trigger)}</p>
      <details class="away-clause">
        <summary class="small">Where this comes from</summary>
        <figure class="clause">
          <blockquote class="clause-says">{clause.says}</blockquote>
          <figcaption class="small quiet">
            {clause.document}, {clause.section}
          </figcaption>
        </figure>
      </details>
    </li>
  );
}

interface AwayReasonsProps {
  plan: Pick<AwayPlan, 'fired' | 'stretch'>;
  /** Where it stands right under the page's title. */
  top?: boolean;
}

/** Per programme, which rules the absence sets off and why. */
export function AwayReasons({ plan, top }: AwayReasonsProps) {
  const [Head, Name] = top ? (['h2', 'h3'] as const) : (['h3', 'h4'] as const);
  const programmes = [...Map.groupBy(plan.fired, ({ programme }) => programme)];
  return (
    <section class="away-part" aria-label="What it sets off">
      <Head class="part-title">What it sets off</Head>
      <p class="small quiet">Counted as {composeLength(plan.stretch.days)}</p>
      {programmes.length === 0 ? <p>No programme asks for anything.</p> : null}
      {programmes.map(([programme, fired]) => (
        <div key={programme} class="away-programme">
          <Name class="away-programme-name">
            <bdi>{programme}</bdi>
          </Name>
          <ul class="plain-list">
            {[...new Map(fired.map((each) => [each.rule.rule, each])).values()].map((each) => (
              <Reason key={each.rule.rule} {...each} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
