// After each commit every open page of ours is told which lists changed, and nothing of what is in them.
import { type ListName, listNames } from '../domain/ledger.ts';

const channelName = 'waymark-ledger';

const known: ReadonlySet<unknown> = new Set(listNames);

/** No list at all: time has passed, and what is derived became other. */
export function announceChange(changed: ListName[]): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage({ lists: changed });
  channel.close();
}

/** Calls back with the lists of each commit, until the signal ends it. */
export function watchLedger(signal: AbortSignal, onChange: (changed: ListName[]) => void): void {
  const channel = new BroadcastChannel(channelName);
  channel.addEventListener('message', (event) => onChange(parseChanged(event.data)), { signal });
  signal.addEventListener('abort', () => channel.close(), { once: true });
}

function parseChanged(value: unknown): ListName[] {
  const lists = typeof value === 'object' && value !== null && 'lists' in value ? value.lists : [];
  return Array.isArray(lists) ? lists.filter((list): list is ListName => known.has(list)) : [];
}
