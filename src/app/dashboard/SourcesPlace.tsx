import { AccessList } from '../../features/sources/views/AccessList.tsx';
import { SourcesView } from '../../features/sources/views/SourcesView.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { AccountsPart } from './AccountsPart.tsx';
import type { Desk } from './dashboard-state.ts';
import { FilePart } from './FilePart.tsx';
import { MailFilePart } from './MailFilePart.tsx';
import { Page } from './Page.tsx';
import { useAccess } from './use-access.ts';

/** Mail that is seen elsewhere than on a page. */
const mailNames: Record<string, string> = {
  'microsoft-mail': 'Microsoft mail',
  gmail: 'Gmail, read in the background',
  file: 'Mailbox files',
};

/** What Waymark was able to see, and may see. */
export function SourcesPlace({ desk }: { desk: Desk }) {
  const { deps, overview, small, asking } = desk;
  const { sites, allow } = useAccess(deps, asking);
  const name = (source: string) =>
    deps.sites.find((site) => site.source === source)?.name ?? mailNames[source] ?? source;
  const access = (source: string) => {
    const site = deps.sites.find((one) => one.source === source);
    return site && sites.find(({ id }) => id === site.id)?.allowed;
  };
  return (
    <Page
      title="Sources"
      about="Waymark judges only what it has read. Where something is missing, it says “can’t tell”."
    >
      <h2 class="part-head">Accounts and calendars</h2>
      <AccountsPart desk={desk} />
      <FilePart desk={desk} />
      <h2 class="part-head">Mail</h2>
      <MailFilePart desk={desk} />
      <section class="card" aria-label="Open pages">
        <h2 class="card-title">Open pages</h2>
        <p class="quiet">Read while you look at them, in this browser only.</p>
        <AccessList sites={sites} onAllow={allow} />
      </section>
      {small.sources.length === 0 ? (
        <div class="card">
          <Empty
            title="No mailbox read yet"
            text="Open your mailbox once with access allowed, and what was read shows here."
          />
        </div>
      ) : (
        <SourcesView sources={small.sources} name={name} access={access} now={overview.now} zone={overview.zone} />
      )}
    </Page>
  );
}
