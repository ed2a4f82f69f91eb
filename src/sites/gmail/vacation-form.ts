// Gmail's vacation responder on its settings page (`#settings/general`), found without its words. No capture has it: all
// hooks are S, from tests that others wrote against the live page (2016: the section is a row whose second cell holds a
// table, off in its first row and on in its second; the text is an editable box; the button that saves carries
// `guidedhelpid`) and from written guides (the order: off, on, first day, last day with a box, subject, message, whom to
// answer). So two ways that share nothing have to find the same form.
import { findViews, isHidden } from './visible.ts';

export interface VacationForm {
  on: HTMLInputElement;
  firstDay: HTMLInputElement;
  /** Whether there is a last day at all. */
  hasLastDay: HTMLInputElement;
  lastDay: HTMLInputElement;
  subject: HTMLInputElement;
  text: HTMLElement;
  save: HTMLElement | null;
}

const EDITORS = '[contenteditable=true], textarea';
const RADIOS = 'input[type=radio]';

/** The button's own name for Gmail's guides: S, 2016. */
export function findSave(view: ParentNode): HTMLElement | null {
  return view.querySelector<HTMLElement>('[guidedhelpid=save_changes_button]');
}

interface Found {
  on: Element;
  text: Element;
}

/** By what stands in it: round an editor, the nearest element with two radios, and in their order the fields of the form. */
export function findByContent(view: ParentNode): VacationForm | null {
  const forms = [...view.querySelectorAll<HTMLElement>(EDITORS)].flatMap((editor) => readAround(editor) ?? []);
  return forms.length === 1 ? { ...forms[0]!, save: findSave(view) } : null;
}

function readAround(text: HTMLElement): Omit<VacationForm, 'save'> | null {
  if (isHidden(text)) return null;
  const section = climbTo(text, (element) => element.querySelectorAll(RADIOS).length >= 2);
  if (section?.querySelectorAll(EDITORS).length !== 1) return null;
  const radios = [...section.querySelectorAll<HTMLInputElement>(RADIOS)];
  const before = [...section.querySelectorAll<HTMLInputElement>('input')].filter((each) => precedes(each, text));
  const fields = before.filter(({ type }) => type === 'text' || type === 'checkbox');
  const [firstDay, hasLastDay, lastDay, subject] = fields;
  const types = fields.map(({ type }) => type).join(' ');
  const on = radios[1];
  if (radios.length !== 2 || radios[0]!.name !== on!.name || types !== 'text checkbox text text') return null;
  return { on: on!, firstDay: firstDay!, hasLastDay: hasLastDay!, lastDay: lastDay!, subject: subject!, text };
}

/** By where it stands: the last row with an editor, before the button that saves; the radio in the second row of its table. */
export function findByPlace(view: ParentNode): Found | null {
  const save = findSave(view);
  const editors = [...view.querySelectorAll(EDITORS)].filter(
    (each) => !isHidden(each) && (!save || precedes(each, save)),
  );
  const text = editors.at(-1);
  const row = text && climbTo(text, (element) => element.matches('tr') && element.querySelector(RADIOS) !== null);
  const [off, on] = row ? [...row.querySelectorAll('table tr')].flatMap(firstRadio) : [];
  return text && off && on ? { on, text } : null;
}

/** Of a row that begins with one. */
function firstRadio(row: Element): Element[] {
  const found = row.querySelector(':scope > td')?.querySelector(`:scope > ${RADIOS}`);
  return found ? [found] : [];
}

function climbTo(element: Element, isIt: (element: Element) => boolean): Element | null {
  for (let at = element.parentElement; at; at = at.parentElement) if (isIt(at)) return at;
  return null;
}

const precedes = (a: Node, b: Node): boolean =>
  (a.compareDocumentPosition(b) & 4) !== 0; /* Node.DOCUMENT_POSITION_FOLLOWING */

/** What the two ways find in the view that is shown. */
export function findVacationForm(document: Document): { form: VacationForm | null; isStrange: boolean } {
  const found = findViews(document).map((view) => ({ a: findByContent(view), b: findByPlace(view) }));
  const agreed = found.filter(({ a, b }) => a && b && a.on === b.on && a.text === b.text);
  const form = agreed.length === 1 ? agreed[0]!.a : null;
  return { form, isStrange: !form && found.some(({ a, b }) => a || b) };
}
