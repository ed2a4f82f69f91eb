// What our pages need, from the browser they run in.
import type { Ledger } from '../domain/ledger.ts';
import type { Provider } from '../domain/meeting/calendar.ts';
import { readOverview } from '../features/deadlines/read-overview.ts';
import { readToLog } from '../features/meeting-log/read-to-log.ts';
import { watchLedger } from '../ledger/announce.ts';
import { createPageAsk } from '../messages/page-client.ts';
import { askOnce } from './ask-once.ts';
import { askPatiently } from './ask-patiently.ts';
import { builtInClients } from './clients.ts';
import { now } from './clock.ts';
import { keepReader } from './keep-reader.ts';
import { makeLinks, usualMailbox } from './links.ts';
import { type CalendarLinks, calendarLinks, mailLinks, type SiteLinks } from './mail-links.ts';
import type { PageContract, PageDeps, PageSite } from './page-deps.ts';
import { openReader } from './reader.ts';

function composeSite({ id, source, name, matches }: SiteLinks | CalendarLinks): PageSite {
  // Access is given to whole hosts.
  const origins = matches.map((match) => match.replace(/^(https:\/\/[^/]+\/).*/, '$1*'));
  return { id, source, name, url: (matches[0] ?? '').replace(/\*$/, ''), origins };
}

const sites: PageSite[] = [
  ...mailLinks.map(composeSite),
  ...calendarLinks.map((links) => ({ ...composeSite(links), isCalendar: true })),
];

const dashboard = '/dashboard.html';

/** A provider's sign-in page may stand in between, or a page that has to load first. */
const patient = [
  'account.connect',
  'mail.connect',
  'away.setReply',
  'away.back',
  'away.remove',
  'away.fillForm',
] as const satisfies (keyof PageContract)[];

/** In the dashboard the address changes; from elsewhere a tab opens. */
function openDashboard(place?: string): void {
  if (location.pathname === dashboard) location.hash = `#${place ?? 'today'}`;
  else void chrome.tabs.create({ url: chrome.runtime.getURL(`${dashboard}${place ? `#${place}` : ''}`) });
}

function openMail(small: Ledger, to: string[], subject: string, body: string): void {
  const { source, address } = usualMailbox(mailLinks, small);
  const site = mailLinks.find((each) => each.source === source) ?? mailLinks[0];
  if (site) void chrome.tabs.create({ url: site.composeUrl(to, address, subject, body) });
}

/** `signal` ends what was begun, when the page goes. */
export function browserDeps(signal: AbortSignal): PageDeps {
  const read = keepReader(openReader);
  const line = { runtime: chrome.runtime, signal };
  return {
    sites,
    signInAddress: chrome.identity.getRedirectURL(),
    builtInClients: Object.keys(builtInClients) as Provider[],
    zone: Temporal.Now.timeZoneId(),
    now,
    readOverview: (small) =>
      read(async (opened) => {
        const reader = askOnce(small ? { ...opened, readSmall: async () => small } : opened);
        return readOverview(reader, now(), makeLinks(mailLinks, await reader.readSmall()));
      }),
    readLedger: () => read((reader) => reader.readAll()),
    readSmall: () => read((reader) => reader.readSmall()),
    readSlices: (relationships) => read((reader) => reader.readSlices(relationships)),
    readEvents: (window) => read((reader) => reader.readEvents(window)),
    readSuggestions: () => read((reader) => readToLog(reader, now())),
    readAttachment: (id) => read((reader) => reader.get('attachments', id)),
    ask: askPatiently(patient, line, createPageAsk<PageContract>(line)),
    onChange: (listener) => {
      const end = new AbortController();
      watchLedger(AbortSignal.any([signal, end.signal]), () => listener());
      return () => end.abort();
    },
    openMail: (to, subject, body) =>
      void read((reader) => reader.readSmall()).then((small) => openMail(small, to, subject, body)),
    openUrl: (url) => void chrome.tabs.create({ url }),
    openDashboard,
    readAccess: async () => {
      const allowed = await Promise.all(sites.map(({ origins }) => chrome.permissions.contains({ origins })));
      return sites.filter((_, at) => allowed[at]).map(({ id }) => id);
    },
    requestAccess: ({ origins }) => chrome.permissions.request({ origins }),
  };
}
