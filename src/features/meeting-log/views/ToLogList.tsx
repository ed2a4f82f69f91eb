// "3 meetings to log": ghost rows. H says held at once, Enter opens the form, M or another letter the rest.
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../../../ui/Icon.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import { SectionHead } from '../../../ui/SectionHead.tsx';
import type { ToLog } from '../read-to-log.ts';
import { GhostRow } from './GhostRow.tsx';
import { findGhostRest, type GhostAct } from './ghost-acts.ts';
import { type Ghost, planGhosts } from './ghosts.ts';

interface ToLogListProps {
  toLog: ToLog;
  zone: string;
  /** How many rows stand there before "more", which stands beside the heading. */
  most: number;
  onAct: (ghost: Ghost, act: GhostAct) => void;
}

/** When the row that had the focus is gone, the next one has it, and after the last the first row of all. */
function keepFocus(focused: { key: string; at: number }, list: HTMLElement | null): void {
  const { key, at } = focused;
  if (key === '') return;
  const rows = [...(list?.querySelectorAll<HTMLElement>('.ghost-row') ?? [])];
  if (rows.some((row) => row.dataset.row === key)) return;
  focused.key = '';
  if (document.activeElement !== document.body) return;
  (rows[Math.min(at, rows.length - 1)] ?? document.querySelector<HTMLElement>('[data-row]'))?.focus();
}

export function ToLogList({ toLog, zone, most, onAct }: ToLogListProps) {
  const [isOpen, setOpen] = useState(false);
  const ref = useRef<HTMLElement>(null);
  // The rest takes the focus of the button that showed it.
  useEffect(() => {
    if (isOpen) ref.current?.querySelectorAll<HTMLElement>('.ghost-row')[most]?.focus();
  }, [isOpen]);
  const focused = useRef({ key: '', at: 0 });
  useEffect(() => keepFocus(focused.current, ref.current));
  const [menu, setMenu] = useState<{ ghost: Ghost; at: HTMLElement } | null>(null);
  const ghosts = planGhosts(toLog, zone);
  const shown = isOpen ? ghosts : ghosts.slice(0, most);
  const act = (ghost: Ghost, kind: GhostAct) => {
    setMenu(null);
    onAct(ghost, kind);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = event.target as HTMLElement;
    const ghost = shown.find(({ key }) => key === row.dataset.row);
    if (!ghost) return;
    const letter = event.key.toLowerCase();
    const rest = findGhostRest(ghost).find((each) => each.letter === letter);
    if (rest) act(ghost, rest.act);
    else if (letter === 'm' || letter === 'contextmenu') setMenu({ ghost, at: row });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  if (ghosts.length === 0) return null;
  const title = ghosts.length === 1 ? 'Meeting to log' : 'Meetings to log';
  return (
    <section
      ref={ref}
      class="section to-log"
      aria-label={title}
      onKeyDown={onKeyDown}
      onFocusIn={(event) => {
        const row = event.target as HTMLElement;
        const at = shown.findIndex(({ key }) => key === row.dataset.row);
        if (at >= 0) focused.current = { key: shown[at]!.key, at };
      }}
    >
      <SectionHead id="section-to-log" title={title} count={ghosts.length} />
      <ul class="ghosts">
        {shown.map((ghost) => (
          <GhostRow
            key={ghost.key}
            ghost={ghost}
            onAct={(kind) => act(ghost, kind)}
            onMore={(at) => setMenu({ ghost, at })}
          />
        ))}
      </ul>
      {ghosts.length > shown.length ? (
        <button type="button" class="to-log-more" data-row="more-to-log" onClick={() => setOpen(true)}>
          {ghosts.length - shown.length} more<span class="only-read"> meetings to log</span>
          <Icon name="down" size={12} />
        </button>
      ) : null}
      {menu ? (
        <Menu
          label={`More for ${menu.ghost.title}`}
          at={menu.at}
          onClose={() => setMenu(null)}
          choices={findGhostRest(menu.ghost).map(({ letter, text, act: kind }) => ({
            letter,
            text,
            choose: () => act(menu.ghost, kind),
          }))}
        />
      ) : null}
    </section>
  );
}
