// Topics as nested lists, up to three levels (PROGRAMMES M9).
import type { SheetEntry } from '../sheet.ts';

interface Node {
  text: string;
  under: Node[];
}

export function Topics({ topics }: Pick<SheetEntry, 'topics'>) {
  const nodes = nest(topics);
  return nodes.length > 0 ? <List nodes={nodes} /> : null;
}

function List({ nodes }: { nodes: Node[] }) {
  return (
    <ul class="sheet-topics">
      {nodes.map(({ text, under }, at) => (
        <li key={at} dir="auto">
          {text}
          {under.length > 0 ? <List nodes={under} /> : null}
        </li>
      ))}
    </ul>
  );
}

/** A topic stands under the last one before it that is less deep. */
function nest(topics: SheetEntry['topics']): Node[] {
  const top: Node = { text: '', under: [] };
  const open: { node: Node; level: number }[] = [{ node: top, level: -1 }];
  for (const { text, level } of topics) {
    while (open.at(-1)!.level >= level) open.pop();
    const node: Node = { text, under: [] };
    open.at(-1)!.node.under.push(node);
    open.push({ node, level });
  }
  return top.under;
}
