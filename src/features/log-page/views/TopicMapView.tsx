import type { TopicLine, TopicMap } from '../topic-map.ts';

interface TopicMapViewProps {
  about: string;
  map: TopicMap;
}

/** How strong a cell is: none, once, twice or three times, more often. */
const strengthOf = (count: number) => (count === 0 ? 0 : count === 1 ? 1 : count < 4 ? 2 : 3);

function Line({ line: { topic, counts, total } }: { line: TopicLine }) {
  return (
    <tr>
      <th scope="row" class={total === 0 ? 'heat-topic heat-open' : 'heat-topic'}>
        <bdi>{topic}</bdi>
      </th>
      {counts.map((count, at) => (
        <td key={at}>
          <span class={`heat heat-${strengthOf(count)}`}>
            {count > 0 ? count : <span class="only-read">not discussed</span>}
          </span>
        </td>
      ))}
    </tr>
  );
}

/** Topics by term, darker the more often; what was never spoken of stands open. */
export function TopicMapView({ about, map: { columns, groups, gaps } }: TopicMapViewProps) {
  return (
    <section class="card chart-card" aria-label="Topics">
      <header class="card-head">
        <div class="card-words">
          <h2 class="card-title">Topics</h2>
          <p class="quiet">
            <bdi>{about}</bdi>
          </p>
        </div>
        {gaps > 0 ? <p class="small quiet">{gaps} not discussed yet</p> : null}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex lint/a11y/useSemanticElements: it scrolls, so keys need to reach it */}
      <div class="table-frame" tabIndex={0} role="region" aria-label="Topics by term">
        <table class="heat-table">
          <caption class="only-read">How many entries speak of each topic, by term</caption>
          <thead>
            <tr>
              <th scope="col" class="heat-column">
                Topic
              </th>
              {columns.map(({ name, from }) => (
                <th key={from} scope="col" class="heat-column">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          {groups.map(({ group, lines }) => (
            <tbody key={group}>
              <tr>
                <th class="heat-group" scope="rowgroup" colSpan={columns.length + 1}>
                  {group}
                </th>
              </tr>
              {lines.map((line) => (
                <Line key={line.topic} line={line} />
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </section>
  );
}
