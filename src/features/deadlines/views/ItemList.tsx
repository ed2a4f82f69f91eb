// The sections of the Monday view as one list: arrows move through all rows, Enter acts, a letter opens the rest.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Menu } from '../../../ui/Menu.tsx';
import { stepFocus } from '../../../ui/roving.ts';
import type { Overview, OverviewItem, Section } from '../overview.ts';
import { findRest, type RestKind } from './actions.ts';
import { ItemRow } from './ItemRow.tsx';
import { SectionBlock } from './SectionBlock.tsx';
import type { SectionPlan } from './sections.ts';

interface ItemListProps {
  overview: Overview;
  plan: SectionPlan[];
  /** Stands after what is late or due today, and before the rest. */
  between?: ComponentChildren;
  onAct: (item: OverviewItem) => void;
  onRest: (item: OverviewItem, kind: RestKind) => void;
}

interface OpenMenu {
  item: OverviewItem;
  at: HTMLElement;
}

const isUrgent = ({ section }: SectionPlan) => section === 'late' || section === 'due-today';

export function ItemList({ overview, plan, between, onAct, onRest }: ItemListProps) {
  const ref = useRef<HTMLFieldSetElement>(null);
  const [opened, setOpened] = useState<Section[]>([]);
  const [focused, setFocused] = useState('');
  const [menu, setMenu] = useState<OpenMenu | null>(null);

  const keys = plan.flatMap(({ section, items, shown, folded }) =>
    opened.includes(section) ? items : folded ? [] : items.slice(0, shown),
  );
  const active = keys.some(({ key }) => key === focused) ? focused : (keys[0]?.key ?? '');

  const at = useRef(0);
  useEffect(() => {
    const place = keys.findIndex(({ key }) => key === focused);
    if (place >= 0) at.current = place;
    const isGone = focused !== '' && place < 0 && document.activeElement === document.body;
    const next = keys[Math.min(at.current, keys.length - 1)];
    if (isGone && next) ref.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(next.key)}"]`)?.focus();
  });

  const rest = (item: OverviewItem, kind: RestKind) => {
    setMenu(null);
    onRest(item, kind);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = event.target as HTMLElement;
    const item = keys.find(({ key }) => key === row.dataset.row);
    const letter = event.key.toLowerCase();
    const choice = item && findRest(item).find((entry) => entry.letter === letter);
    if (choice) rest(item, choice.kind);
    else if (item && (letter === 'm' || letter === 'contextmenu')) setMenu({ item, at: row });
    else if (!stepFocus(event, ref.current, '[data-row]')) return;
    event.preventDefault();
    event.stopPropagation();
  };

  const compose = (part: SectionPlan) => (
    <SectionBlock
      key={part.section}
      plan={part}
      open={opened.includes(part.section)}
      onOpen={(open) => setOpened(open ? [...opened, part.section] : opened.filter((it) => it !== part.section))}
    >
      {(item) => (
        <ItemRow
          key={item.key}
          item={item}
          overview={overview}
          active={item.key === active}
          onFocus={() => setFocused(item.key)}
          onAct={() => onAct(item)}
          onMore={(at) => setMenu({ item, at })}
        />
      )}
    </SectionBlock>
  );
  return (
    <fieldset aria-label="What needs you" ref={ref} onKeyDown={onKeyDown}>
      {plan.filter(isUrgent).map(compose)}
      {between}
      {plan.filter((part) => !isUrgent(part)).map(compose)}
      {menu ? (
        <Menu
          label={`More for ${menu.item.mentee}`}
          at={menu.at}
          onClose={() => setMenu(null)}
          choices={findRest(menu.item).map(({ letter, text, kind }) => ({
            letter,
            text,
            choose: () => rest(menu.item, kind),
          }))}
        />
      ) : null}
    </fieldset>
  );
}
