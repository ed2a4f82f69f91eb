// The background worker. It may be stopped between any two steps, so everything starts from the ledger: listeners are
// registered at once, and what the browser holds of it (alarms, badge, page scripts) is brought into line at every start.
import type { AccountProvider } from '../../accounts/account.ts';
import type { ListName } from '../../domain/ledger.ts';
import { makeReplySetter } from '../../features/away/reply.ts';
import { findNextSync, syncSlice } from '../../features/calendars/sync.ts';
import type { MailboxesDeps } from '../../features/mailboxes/deps.ts';
import { findNextMail, syncMailSlice } from '../../features/mailboxes/sync.ts';
import { announceChange } from '../../ledger/announce.ts';
import { openIdbLedger } from '../../ledger/idb.ts';
import type { LedgerWriter } from '../../ledger/ledger.ts';
import { serve } from '../../messages/serve.ts';
import { accountProviders, findClient, findMailClient } from '../accounts.ts';
import { gmailForm } from '../away-page/pages.ts';
import { now } from '../clock.ts';
import { originOf } from '../hosts.ts';
import { makeLinks } from '../links.ts';
import { calendarLinks, mailLinks } from '../mail-links.ts';
import { syncAccounts } from './account-sync.ts';
import { keepOpen } from './connection.ts';
import { servedContracts } from './contracts.ts';
import type { Extension } from './extension.ts';
import { tellMailTabs } from './mail-tabs.ts';
import { openClicked, openFirstRun } from './open-clicked.ts';
import { readPageScripts, refreshPageScripts } from './page-scripts.ts';
import { type ReconcileDeps, reconcile } from './reconcile.ts';
import { report } from './report.ts';
import { readBackupOrFail } from './restore.ts';
import { seeSentInMail } from './see-sent.ts';
import { makeTokenStore } from './tokens.ts';
import { makeTurns } from './turns.ts';

/** Facts that only a page could have told: the page that shows them knows them already. */
const seenOnPages: ReadonlySet<ListName> = new Set(['messages', 'glimpses', 'sources']);

/** What calendars bring, and how far accounts were read, decides nothing that the badge, the alarms or a mail page show. */
const ofAccounts: ReadonlySet<ListName> = new Set(['events', 'accounts', 'calendars', 'mailboxes']);

export interface WorkerDeps {
  openLedger(options: { onCommit(changed: ListName[]): void; onClosed(): void }): Promise<LedgerWriter>;
  report(error: unknown): void;
  providers: readonly AccountProvider[];
  findClient: MailboxesDeps['findClient'];
  findMailClient: MailboxesDeps['findMailClient'];
}

const real: WorkerDeps = {
  openLedger: openIdbLedger,
  report,
  providers: accountProviders,
  findClient,
  findMailClient,
};

export interface Worker {
  /** Resolves when all that was asked for so far is done. */
  settled(): Promise<void>;
}

export function startWorker(
  extension: Extension,
  { openLedger, report: tell, ...accounts }: WorkerDeps = real,
): Worker {
  const openHouse = keepOpen((onClosed) => openLedger({ onCommit: announceChange, onClosed }));
  const openFacts = keepOpen((onClosed) => openLedger({ onCommit, onClosed }));
  const deps: ReconcileDeps = {
    extension,
    open: openHouse,
    now,
    zone: Temporal.Now.timeZoneId(),
    linksOf: (small) => makeLinks(mailLinks, small),
    report: tell,
  };

  const house = makeTurns<ListName>(async (changed) => {
    const isOther = await reconcile(deps);
    if (isOther) announceChange([]);
    const isSaid = [...changed].some((list) => !seenOnPages.has(list));
    if (isOther || isSaid) await tellMailTabs(extension, mailLinks);
  }, tell);
  const scripts = makeTurns<never>(() => refreshPageScripts(extension, [...mailLinks, ...calendarLinks]), tell);
  const accountDeps: MailboxesDeps = {
    ...accounts,
    open: openFacts,
    now,
    zone: deps.zone,
    tokens: makeTokenStore(extension.storage.session),
    identity: extension.identity,
    fetch: (...request) => fetch(...request),
    timeout: (seconds) => AbortSignal.timeout(seconds * 1000),
    report: tell,
  };
  const { permissions, tabs, scripting } = extension;
  const mailDeps: MailboxesDeps = { ...accountDeps, open: seeSentInMail(accountDeps) };
  const readers = [
    { findNext: () => findNextMail(mailDeps), readSlice: (seconds: number) => syncMailSlice(mailDeps, seconds) },
    { findNext: () => findNextSync(accountDeps), readSlice: (seconds: number) => syncSlice(accountDeps, seconds) },
  ];
  /** What a slice has brought so far: verdicts are brought into line once it has ended, not after each of its pages. */
  const read = new Set<ListName>();
  let isReading = false;
  // While a page of ours waits for it, slice follows on slice; without one, each waits for its alarm.
  const sync = makeTurns<'asked'>(async (reasons) => {
    isReading = true;
    const isMore = await syncAccounts(extension, readers, now).finally(() => {
      isReading = false;
      if (read.size > 0) void house.request(...read);
      read.clear();
    });
    if (isMore && reasons.has('asked')) void sync.request('asked');
  }, tell);
  const start = () => Promise.all([house.request(), scripts.request(), sync.request()]);

  function onCommit(changed: ListName[]): void {
    announceChange(changed);
    if (changed.every((list) => ofAccounts.has(list))) return;
    if (!isReading || !changed.includes('mailboxes')) void house.request(...changed);
    else for (const list of changed) read.add(list);
  }

  serve(
    servedContracts({
      ...accountDeps,
      scripting,
      replies: makeReplySetter({ ...accountDeps, findClient: accounts.findMailClient }),
      awayPage: {
        permissions,
        tabs,
        scripting,
        page: gmailForm,
        pause: () => new Promise((resolve) => setTimeout(resolve, 250)),
      },
      requestSync: () => void sync.request('asked'),
      readBackup: readBackupOrFail,
      refreshSites: async () => {
        await scripts.request();
        return readPageScripts(extension);
      },
    }),
    {
      runtime: extension.runtime,
      pageOrigins: [...new Set([...mailLinks, ...calendarLinks].flatMap((site) => site.matches.map(originOf)))],
      report: tell,
    },
  );
  extension.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void openFirstRun(extension).catch(tell);
    void start();
  });
  extension.runtime.onStartup.addListener(() => void start());
  extension.permissions.onAdded.addListener(() => void scripts.request());
  extension.permissions.onRemoved.addListener(() => void scripts.request());
  extension.alarms.onAlarm.addListener(() => {
    void house.request();
    void sync.request();
  });
  extension.notifications.onClicked.addListener((id) => void openClicked(deps, id).catch(tell));
  void start();
  const settled = async () => {
    await Promise.all([house.idle(), scripts.idle(), sync.idle()]);
    // What a slice brought was handed on when it ended.
    await house.idle();
  };
  return { settled };
}
