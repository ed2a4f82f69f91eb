const tabs = [
  { at: '', title: 'Entries' },
  { at: 'charts', title: 'Hours and topics' },
  { at: 'cohort', title: 'Cohort' },
] as const;

export type LogTab = (typeof tabs)[number]['at'];

/** The way between the views of the log. */
export function LogTabs({ at }: { at: LogTab }) {
  return (
    <nav class="log-tabs" aria-label="Meetings">
      {tabs.map((tab) => (
        <a
          key={tab.at}
          class="log-tab"
          href={tab.at ? `#log/${tab.at}` : '#log'}
          aria-current={tab.at === at ? 'page' : undefined}
        >
          {tab.title}
        </a>
      ))}
    </nav>
  );
}
