// A text field with a list that typing narrows: arrows move, Enter takes, Escape closes the list and leaves the text.
import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { useOptionInSight } from './roving.ts';

export interface Option {
  text: string;
  /** Said beside it: the group it belongs to. */
  note?: string;
}

interface ComboboxProps {
  label: string;
  hint?: ComponentChildren;
  text: string;
  onText: (text: string) => void;
  options: readonly Option[];
  /** Takes one of the options, or what was typed where `free` says that it may be. */
  onPick: (text: string) => void;
  free?: boolean;
  /** Told of every key first, with the text that Enter would take; true when the key was taken. */
  onKey?: (event: KeyboardEvent, active: string | undefined) => boolean;
  class?: string;
}

/** An option, or what was typed as a new one. */
type Row = Option & { isNew?: boolean };

const MOST = 8;
const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** Those that hold what was typed, those that begin with it first; accents and case make no difference. */
export function findOptions(options: readonly Option[], typed: string): Option[] {
  const wanted = fold(typed.trim());
  if (wanted === '') return options.slice(0, MOST);
  const found = options.filter(({ text, note }) => fold(`${text} ${note ?? ''}`).includes(wanted));
  const rank = ({ text }: Option) => (fold(text).startsWith(wanted) ? 0 : fold(text).includes(wanted) ? 1 : 2);
  return found.sort((a, b) => rank(a) - rank(b)).slice(0, MOST);
}

/** What was typed stands last, but first where only groups are called so: Enter is not to take one of their members. */
function withNew(found: Option[], typed: string): Row[] {
  const added: Row = { text: typed, isNew: true };
  const isPart = found.some(({ text }) => fold(text).includes(fold(typed)));
  return isPart ? [...found, added] : [added, ...found];
}

export function Combobox({ label, hint, text, onText, options, onPick, free, onKey, class: own }: ComboboxProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const typed = text.trim();
  const found = findOptions(options, text);
  const isKnown = found.some((option) => fold(option.text) === fold(typed));
  const rows: Row[] = free && typed !== '' && !isKnown ? withNew(found, typed) : found;
  const active = Math.min(at, rows.length - 1);
  const shown = isOpen && rows.length > 0;
  const current = shown ? `${id}-${active}` : undefined;
  useOptionInSight(current);

  const close = () => {
    setOpen(false);
    setAt(0);
  };
  const pick = (option: Option | undefined) => {
    if (!option) return;
    onPick(option.text);
    close();
    input.current?.focus();
  };
  const move = (step: number) => {
    setAt(isOpen ? Math.max(0, Math.min(rows.length - 1, active + step)) : 0);
    setOpen(true);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    if (onKey?.(event, shown ? rows[active]?.text : undefined)) return close();
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter') pick(shown ? rows[active] : undefined);
    else if (event.key === 'Escape' && shown) setOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class={own ? `combo ${own}` : 'combo'}>
      <input
        ref={input}
        class="input"
        role="combobox"
        aria-label={label}
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={current}
        aria-describedby={hint ? `${id}-hint` : undefined}
        placeholder={label}
        autocomplete="off"
        dir="auto"
        value={text}
        onInput={(event) => {
          onText(event.currentTarget.value);
          setAt(0);
          setOpen(event.currentTarget.value.trim() !== '');
        }}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <div class="combo-list" role="listbox" id={`${id}-list`} aria-label={label} hidden={!shown}>
        {rows.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the field holds the focus and the keys
          <div
            key={`${option.text} ${option.isNew}`}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            class="combo-option"
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => pick(option)}
          >
            <bdi class="cut">{option.isNew ? `Add “${option.text}”` : option.text}</bdi>
            {option.note ? <span class="combo-note cut">{option.note}</span> : null}
          </div>
        ))}
      </div>
      {hint ? (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}
