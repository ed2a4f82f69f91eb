// What our pages need, in memory: answers are good unless told otherwise, and every call is kept.
import type { PageContract, PageDeps } from '../../src/app/page-deps.ts';
import { emptyLedger, type Ledger } from '../../src/domain/ledger.ts';
import type { Overview } from '../../src/features/deadlines/overview.ts';
import { composeToLog } from '../../src/features/meeting-log/read-to-log.ts';
import type { Answer } from '../../src/messages/contract.ts';

export interface Fake {
  deps: PageDeps;
  calls: { call: keyof PageContract; input: unknown }[];
  opened: string[];
  /** The answer to the next calls. */
  answer: Answer<unknown>;
  /** Tells the page that the ledger changed. */
  change: () => void;
}

interface Start {
  overview: Overview;
  ledger?: Ledger;
  access?: string[];
}

export function fakeDeps({ overview, ledger = emptyLedger(), access = [] }: Start): Fake {
  const listeners = new Set<() => void>();
  const fake: Fake = {
    calls: [],
    opened: [],
    answer: { ok: true, value: { list: 'contacts', id: 'made' } },
    change: () => {
      for (const listener of listeners) listener();
    },
    deps: {
      sites: [
        {
          id: 'gmail',
          source: 'gmail-page',
          name: 'Gmail',
          url: 'https://mail.google.com/',
          origins: ['https://mail.google.com/*'],
        },
        {
          id: 'outlook',
          source: 'outlook-page',
          name: 'Outlook',
          url: 'https://outlook.office.com/mail/',
          origins: ['https://outlook.office.com/*', 'https://outlook.live.com/*'],
        },
      ],
      signInAddress: 'https://waymark.example/',
      builtInClients: ['google', 'microsoft'],
      zone: overview.zone,
      now: () => overview.now,
      readOverview: async () => overview,
      readLedger: async () => ledger,
      readSmall: async () => ledger,
      readSlices: async (relationships) => relationships.map(() => ledger),
      readEvents: async () => ledger.events,
      readSuggestions: async () => composeToLog(ledger, ledger.events, overview.now),
      readAttachment: async (id) => ledger.attachments.find((each) => each.id === id),
      ask: async (call, input) => {
        fake.calls.push({ call, input });
        return fake.answer as never;
      },
      onChange: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      openMail: (to, subject, body) => void fake.opened.push([to.join(','), subject, body].join('\n')),
      openUrl: (url) => void fake.opened.push(url),
      openDashboard: (place) => void fake.opened.push(`dashboard#${place ?? ''}`),
      readAccess: async () => access,
      requestAccess: async ({ id }) => {
        access.push(id);
        return true;
      },
    },
  };
  return fake;
}
