import { useEffect, useRef } from 'preact/hooks';
import { Key } from './Button.tsx';
import { stepFocus } from './roving.ts';

export interface MenuChoice {
  /** The letter that chooses it. */
  letter: string;
  text: string;
  choose: () => void;
}

interface MenuProps {
  label: string;
  choices: MenuChoice[];
  /** The element it opens at: it stands below it, or above where there is no room. */
  at: HTMLElement;
  onClose: () => void;
}

function place(menu: HTMLElement, at: HTMLElement): void {
  const anchor = at.getBoundingClientRect();
  const below = anchor.bottom + menu.offsetHeight + 8 <= window.innerHeight;
  const top = below ? anchor.bottom : anchor.top - menu.offsetHeight;
  menu.style.top = `${Math.max(4, top)}px`;
  const rtl = getComputedStyle(menu).direction === 'rtl';
  const left = rtl ? anchor.left : anchor.right - menu.offsetWidth;
  menu.style.left = `${Math.max(4, Math.min(left, window.innerWidth - menu.offsetWidth - 4))}px`;
}

/** A short menu: arrows move, Enter or the letter chooses, Escape and a click elsewhere close. */
export function Menu({ label, choices, at, onClose }: MenuProps) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const menu = ref.current;
    if (!menu) return;
    place(menu, at);
    menu.querySelector('button')?.focus();
    const leave = (event: Event) => {
      if (!menu.contains(event.target as Node)) onClose();
    };
    document.addEventListener('pointerdown', leave);
    return () => document.removeEventListener('pointerdown', leave);
  }, [at]);

  const close = () => {
    onClose();
    at.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    const choice = choices.find(({ letter }) => letter === event.key.toLowerCase());
    if (event.key === 'Escape' || event.key === 'Tab') close();
    else if (choice && !event.ctrlKey && !event.metaKey && !event.altKey) choice.choose();
    else if (!stepFocus(event, ref.current, '[role=menuitem]')) return;
    event.preventDefault();
  };
  return (
    <div ref={ref} class="menu" role="menu" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
      {choices.map(({ letter, text, choose }) => (
        <button
          key={letter}
          type="button"
          class="menu-item"
          role="menuitem"
          aria-keyshortcuts={letter}
          onClick={choose}
        >
          {text}
          <span aria-hidden="true">
            <Key>{letter.toUpperCase()}</Key>
          </span>
        </button>
      ))}
    </div>
  );
}
