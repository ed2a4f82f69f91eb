import { describe, expect, it } from 'vitest';
import { MailHeaders } from '../../../src/domain/thread/headers.ts';
import { readKind } from '../../../src/domain/thread/kind.ts';

interface Case {
  why: string;
  fields?: Record<string, string>;
  subject?: string;
  from?: string;
  to?: string[];
  parts?: string[];
  people?: string[];
  kind: string;
  reason: string;
}

const cases: Case[] = [
  { why: 'nothing marks it', kind: 'personal', reason: 'person' },
  {
    why: 'RFC 3834 auto-replied',
    fields: { 'Auto-Submitted': 'auto-replied' },
    kind: 'auto-reply',
    reason: 'auto-submitted',
  },
  { why: 'a notification', fields: { 'Auto-Submitted': 'auto-generated' }, kind: 'bulk', reason: 'auto-submitted' },
  { why: 'Auto-Submitted: no is a person', fields: { 'Auto-Submitted': 'no' }, kind: 'personal', reason: 'person' },
  { why: 'X-Autoreply', fields: { 'X-Autoreply': 'yes' }, kind: 'auto-reply', reason: 'autoreply-field' },
  { why: 'Precedence: auto_reply', fields: { Precedence: 'auto_reply' }, kind: 'auto-reply', reason: 'precedence' },
  { why: 'sent with no way back', fields: { 'Return-Path': '<>' }, kind: 'auto-reply', reason: 'null-return-path' },
  {
    why: 'Exchange’s subject',
    subject: 'Automatische Antwort: Treffen',
    kind: 'auto-reply',
    reason: 'autoreply-subject',
  },
  {
    why: 'a person who answers such a mail',
    subject: 'Re: Out of Office AutoReply: hello',
    kind: 'personal',
    reason: 'person',
  },
  { why: 'a person who writes of leave', subject: 'Out of office next week', kind: 'personal', reason: 'person' },
  {
    why: 'X-Auto-Response-Suppress is on people’s mail too',
    fields: { 'X-Auto-Response-Suppress': 'All' },
    kind: 'personal',
    reason: 'person',
  },
  {
    why: 'a delivery report (RFC 3464)',
    parts: ['multipart/report; report-type=delivery-status'],
    kind: 'bounce',
    reason: 'report',
  },
  {
    why: 'a read receipt is no answer',
    parts: ['multipart/report; report-type="disposition-notification"'],
    kind: 'auto-reply',
    reason: 'report',
  },
  { why: 'a mail server', from: 'mailer-daemon@example.edu', kind: 'bounce', reason: 'mailer-daemon' },
  {
    why: 'an invitation (RFC 6047)',
    parts: ['multipart/mixed', 'text/calendar; method=REQUEST'],
    kind: 'calendar',
    reason: 'calendar-method',
  },
  {
    why: 'a person attaches a calendar',
    parts: ['multipart/mixed', 'text/calendar; name=term.ics'],
    kind: 'personal',
    reason: 'person',
  },
  {
    why: 'a published calendar is a person’s',
    parts: ['multipart/mixed', 'text/calendar; method=PUBLISH'],
    kind: 'personal',
    reason: 'person',
  },
  { why: 'a sender’s campaign', fields: { 'Feedback-ID': '1:2:3:mailer' }, kind: 'bulk', reason: 'feedback-id' },
  {
    why: 'a newsletter',
    fields: { 'List-Unsubscribe': '<mailto:leave@example.com>' },
    kind: 'bulk',
    reason: 'unsubscribe',
  },
  {
    why: 'a newsletter in whose list nobody may write (RFC 2369)',
    fields: { 'List-Unsubscribe': '<mailto:leave@example.com>', 'List-Post': 'NO' },
    kind: 'bulk',
    reason: 'unsubscribe',
  },
  {
    why: 'a person in a discussion list',
    fields: { 'List-Unsubscribe': '<x>', 'List-Post': '<mailto:group@example.edu>', Precedence: 'list' },
    kind: 'personal',
    reason: 'person',
  },
  {
    why: 'a person in an old list that says bulk',
    fields: { Precedence: 'bulk', 'X-Mailing-List': 'group@example.edu' },
    kind: 'personal',
    reason: 'person',
  },
  { why: 'Precedence: bulk and nothing else', fields: { Precedence: 'bulk' }, kind: 'bulk', reason: 'precedence' },
  { why: 'nobody reads there', from: 'no-reply@platform.example', kind: 'bulk', reason: 'no-reply' },
  {
    why: 'a mentor’s mailing to many',
    fields: { 'List-Unsubscribe': '<mailto:leave@example.com>', 'Feedback-ID': '1:2:3:mailer' },
    people: ['robin@example.com'],
    kind: 'personal',
    reason: 'known-person',
  },
  {
    why: 'a mentor’s responder',
    fields: { 'Auto-Submitted': 'auto-replied' },
    people: ['robin@example.com'],
    kind: 'auto-reply',
    reason: 'auto-submitted',
  },
];

describe('the kind of a message, from its header fields', () => {
  it.each(cases)(
    '$why: $kind',
    ({ fields = {}, subject = 'Hello', from = 'robin@example.com', parts = [], people, kind, reason }) => {
      const headers = new MailHeaders(Object.entries(fields).map(([name, value]) => ({ name, value })));
      const input = { headers, from: { email: from }, subject, parts };
      expect(readKind(people ? { ...input, people: new Set(people) } : input)).toMatchObject({ kind, reason });
    },
  );

  it('marks what only the subject told as a guess, and nothing else', () => {
    const headers = new MailHeaders([]);
    const from = { email: 'robin@example.com' };
    expect(readKind({ headers, from, subject: 'Automatic reply: Hello', parts: [] }).guessed).toBe(true);
    const marked = new MailHeaders([{ name: 'auto-submitted', value: 'auto-replied' }]);
    expect(readKind({ headers: marked, from, subject: 'Away', parts: [] }).guessed).toBeUndefined();
  });
});
