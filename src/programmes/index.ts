// The policy packs. A new programme is one file beside this one and one line here.
import type { Programme } from '../domain/programme/programme.ts';
import { cpdMentoring } from './cpd-mentoring.ts';
import { lmpPeerToPeer } from './lmp-peer-to-peer.ts';
import { speedPeerMentoring } from './speed-peer-mentoring.ts';
import { temertyPeerMentorship } from './temerty-peer-mentorship.ts';
import { ummsPeerMentoring } from './umms-peer-mentoring.ts';

export const programmes: Programme[] = [
  lmpPeerToPeer,
  temertyPeerMentorship,
  ummsPeerMentoring,
  speedPeerMentoring,
  cpdMentoring,
];

const builtIn: ReadonlyMap<string, Programme> = new Map(programmes.map((programme) => [programme.id, programme]));

/** Whether an id belongs to a pack that comes with Waymark, and is not to be taken by a custom one. */
export function isBuiltIn(id: string): boolean {
  return builtIn.has(id);
}

/** The pack of that id among the built-in ones and the ledger's custom ones. A custom pack never stands in for a built-in. */
export function findProgramme(custom: readonly Programme[], id: string): Programme | undefined {
  return builtIn.get(id) ?? custom.find((programme) => programme.id === id);
}
