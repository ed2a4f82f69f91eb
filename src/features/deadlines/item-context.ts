// What the rows of one relationship are made from, and the parts they share.
import type { Ledger } from '../../domain/ledger.ts';
import type { Relationship } from '../../domain/people/relationship.ts';
import { compareInstants } from '../../domain/time/instants.ts';
import type { Derived, Mailbox, MenteeState } from '../../domain/verdict/derive.ts';
import type { Doubt, Verdict } from '../../domain/verdict/verdict.ts';
import { findProgramme } from '../../programmes/index.ts';
import type { Links } from './links.ts';
import type { Action, Section } from './overview.ts';
import { describeTime } from './words.ts';

export interface Setting {
  now: string;
  /** When the reader's day is over. */
  endOfDay: string;
  zone: string;
  links: Links;
}

export interface Context {
  small: Ledger;
  row: Derived;
  setting: Setting;
  relationship: Relationship;
}

export function sectionOf(verdict: Verdict, { setting }: Context): Section | null {
  if (verdict.state === 'late' || verdict.state === 'cannot-tell') return verdict.state;
  if (verdict.state !== 'open') return null;
  return verdict.due && compareInstants(verdict.due, setting.endOfDay) <= 0 ? 'due-today' : 'coming';
}

export function person(context: Context, id: string) {
  return context.small.people.find((each) => each.id === id);
}

export function mailbox(context: Context, mentee: MenteeState | undefined): Mailbox {
  return mentee?.mailbox ?? context.setting.links.usual;
}

export function base(context: Context, mentee: string) {
  const who = person(context, mentee);
  return { ...aboutAll(context), menteeId: mentee, mentee: who?.name || who?.emails[0] || 'Someone' };
}

/** A row about the relationship as a whole goes by its programme's name. */
export function aboutAll({ relationship, small }: Context) {
  const programme = findProgramme(small.programmes, relationship.programme)?.short ?? relationship.programme;
  return { relationship: relationship.id, programme, menteeId: relationship.id, mentee: programme };
}

export function openThread(context: Context, thread: string, at: Mailbox | undefined, mentee: string): Action {
  const url = context.setting.links.thread(at ?? context.setting.links.usual, thread);
  return url ? { kind: 'open-thread', url } : search(context, mentee);
}

export function search(context: Context, mentee: string): Action {
  const state = context.row.mentees.find((each) => each.mentee === mentee);
  return {
    kind: 'search',
    url: context.setting.links.search(mailbox(context, state), person(context, mentee)?.emails ?? []),
  };
}

export function doubtDetail(doubt: Doubt, { setting: { now, zone, links } }: Context): string {
  switch (doubt.code) {
    case 'not-covered':
      return `Mail of ${monthName(doubt.window.from)} was not all seen`;
    case 'blind':
      return `Not reading ${links.name(doubt.source)} since ${describeTime(doubt.since, now, zone)}`;
    case 'newer-message':
      return `A message of ${describeTime(doubt.at, now, zone)} was not opened here`;
    case 'no-terms':
      return 'Set the semester dates';
    case 'no-date':
      return 'Its date is not known';
  }
}

export function monthName(date: string): string {
  return Temporal.PlainDate.from(date).toLocaleString(undefined, { month: 'long' });
}
