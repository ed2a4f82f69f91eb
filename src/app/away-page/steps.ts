// Where an automatic reply is set by hand, a line for each thing to press, as the makers' own help names them.
import type { Away } from '../../domain/away/away.ts';
import { toldReturn } from '../../domain/away/done.ts';
import type { Provider } from '../../domain/meeting/calendar.ts';
import type { Steps } from '../../features/away/views/actions.ts';
import { settingsUrls } from './pages.ts';

const day = (date: string): string =>
  Temporal.PlainDate.from(date).toLocaleString(undefined, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });

const steps: Record<Provider, (from: string, to: string, returns: string) => string[]> = {
  google: (from, to) => [
    'Open Gmail’s settings, “General”, and go to “Vacation responder” near the end.',
    'Turn it on.',
    `First day: ${from}. Tick “Last day”: ${to}.`,
    'Paste the text as the message.',
    'Press “Save Changes”.',
  ],
  microsoft: (from, _to, returns) => [
    'Open Outlook’s settings, “Account” (in older ones “Mail”), “Automatic replies”.',
    'Turn them on and tick “Send replies only during a time period”.',
    `Start: ${from}, first thing. End: ${returns}, first thing.`,
    'Paste the part above the line as the reply inside your organisation.',
    'Tick “Send replies outside your organisation” and paste the part below the line there.',
    'Press “Save”.',
  ],
};

const titles: Record<Provider, string> = { google: 'In Gmail', microsoft: 'In Outlook' };

export function composeSteps(away: Away, provider: Provider, owner: string | undefined): Steps {
  const dates = [away.from, away.plannedTo ?? away.to, toldReturn(away)].map(day) as [string, string, string];
  return { title: titles[provider], steps: steps[provider](...dates), url: settingsUrls[provider](owner) };
}
