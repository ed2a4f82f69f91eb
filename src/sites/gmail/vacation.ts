// Fills Gmail's vacation responder as a person would, field by field, and reads each back. It is never saved here.
import type { AwayForm, AwayFormPart, AwayFormState, AwayFormValues } from '../away-form.ts';
import { writeLikeShown } from '../dates/like-shown.ts';
import { settingsUrl } from './links.ts';
import { look } from './look.ts';
import { findVacationForm, type VacationForm } from './vacation-form.ts';

export const awayForm: AwayForm = {
  site: 'gmail',
  url: settingsUrl,
  inspect(document): AwayFormState {
    const { form, isStrange } = findVacationForm(document);
    return form ? 'known' : isStrange ? 'strange' : 'absent';
  },
  fill(document, values) {
    const { form } = findVacationForm(document);
    return form ? fillForm(document, form, values) : null;
  },
  look,
};

function fillForm(document: Document, form: VacationForm, values: AwayFormValues): AwayFormPart[] {
  // How the page writes dates is told by what stands there before anything is touched.
  const shown = form.firstDay.value || form.lastDay.value;
  const dates = writeLikeShown(shown, [values.from, values.to], document.documentElement.lang);
  const done: Record<AwayFormPart, boolean> = {
    switch: tick(form.on),
    'first-day': dates !== null && write(form.firstDay, dates[0]!),
    'last-day': dates !== null && tick(form.hasLastDay) && write(form.lastDay, dates[1]!),
    subject: write(form.subject, values.subject),
    text: writeText(form.text, values.text),
    save: true,
  };
  done.save = form.save !== null && !isOff(form.save);
  return (Object.keys(done) as AwayFormPart[]).filter((part) => !done[part]);
}

function tick(box: HTMLInputElement): boolean {
  if (!box.checked) box.click();
  return box.checked;
}

function write(field: HTMLInputElement | HTMLTextAreaElement, value: string): boolean {
  if (field.disabled || field.readOnly) return field.value === value;
  field.focus();
  field.value = value;
  tell(field);
  field.blur();
  return field.value === value;
}

function writeText(box: HTMLElement, text: string): boolean {
  if (box.matches('textarea')) return write(box as HTMLTextAreaElement, text);
  box.focus();
  const { ownerDocument: document } = box;
  const lines = text.split(/\r?\n/).map((line) => {
    const element = document.createElement('div');
    element.append(line === '' ? document.createElement('br') : line);
    return element;
  });
  box.replaceChildren(...lines);
  tell(box);
  const words = (each: string | null) => (each ?? '').replace(/\s+/g, '');
  return words(box.textContent) === words(text);
}

/** Whatever the page listens to. */
function tell(element: HTMLElement): void {
  const { Event: PageEvent } = element.ownerDocument.defaultView ?? globalThis;
  for (const type of ['input', 'keyup', 'change']) element.dispatchEvent(new PageEvent(type, { bubbles: true }));
}

const isOff = (button: HTMLElement): boolean =>
  button.matches(':disabled, [aria-disabled=true]') || button.querySelector(':disabled') !== null;
