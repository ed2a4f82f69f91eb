import type { Overview } from '../features/deadlines/overview.ts';
import { ChannelPick } from '../features/deadlines/views/ChannelPick.tsx';
import { LaterPick } from '../features/deadlines/views/LaterPick.tsx';
import { LogContact } from '../features/deadlines/views/LogContact.tsx';
import type { LogPerson } from '../features/deadlines/views/log-people.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { findPerson, type ItemPanel, type Items } from './use-items.ts';
import { WhyPanel } from './WhyPanel.tsx';

interface ItemPanelContentProps {
  panel: ItemPanel;
  overview: Overview;
  /** Null while it is read. */
  people: LogPerson[] | null;
  items: Items;
  now: string;
}

/** What stands in a panel, the same in the popup and the dashboard. */
export function ItemPanelContent({ panel, overview, people, items, now }: ItemPanelContentProps) {
  const time = { now, zone: overview.zone };
  switch (panel.kind) {
    case 'why':
      return <WhyPanel key={panel.item.key} item={panel.item} overview={overview} items={items} />;
    case 'later':
      return <LaterPick {...time} onPick={(until) => items.remind(panel.item, until)} />;
    case 'snooze':
      return <LaterPick {...time} onPick={items.snooze} />;
    case 'elsewhere':
      return <ChannelPick {...time} answering onPick={(entry) => items.answered(panel.item, entry)} />;
    case 'log':
      return people ? (
        <LogContact {...time} people={people} person={findPerson(people, panel.item)} onLog={items.log} />
      ) : (
        <Skeleton rows={4} />
      );
  }
}
