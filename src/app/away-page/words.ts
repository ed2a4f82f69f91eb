// What the note on the page says once its form was filled in.
import type { AwayFormPart, AwayFormValues } from '../../sites/away-form.ts';

const day = (date: string): string =>
  Temporal.PlainDate.from(date).toLocaleString(undefined, { day: 'numeric', month: 'long', year: 'numeric' });

const byHand: Record<AwayFormPart, (values: AwayFormValues) => string> = {
  switch: () => 'Turn the responder on.',
  'first-day': ({ from }) => `Set the first day to ${day(from)}.`,
  'last-day': ({ to }) => `Set the last day to ${day(to)}.`,
  subject: ({ subject }) => `Set the subject to “${subject}”.`,
  text: () => 'Paste the text: it is on the planner’s page.',
  save: () => 'If the button that saves stays grey, type a space into the text.',
};

export function composeNote(left: readonly AwayFormPart[], values: AwayFormValues): string[] {
  const rest = left.map((part) => byHand[part](values));
  const first =
    rest.length > (left.includes('save') ? 1 : 0) ? 'Filled in as far as Waymark could be sure.' : 'Filled in.';
  return [`${first} Nothing is saved yet: look it over, then save it at the end of the page.`, ...rest];
}
