// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { makeOutsideActions, type OutsideFacts } from '../../../src/app/away-page/actions.ts';
import type { Away } from '../../../src/domain/away/away.ts';
import type { Task } from '../../../src/domain/away/plan.ts';
import { composeMessage } from '../../../src/features/away/compose-message.ts';
import type { ReadyMail } from '../../../src/features/away/views/actions.ts';
import type { OverviewItem } from '../../../src/features/deadlines/overview.ts';
import { readHandover } from '../../../src/files/handover.ts';
import { ledger as facts, people, relationship } from '../../domain/build.ts';
import { fakeDeps } from '../fake-deps.ts';

const now = '2026-03-09T12:40:00Z';
const away: Away = { id: 'a1', from: '2026-03-16', to: '2026-03-20', returns: '2026-03-21', relationships: ['r1'] };
const telling: Task = {
  id: 'tell-co-mentor r1',
  kind: 'tell-co-mentor',
  need: 'must',
  relationship: 'r1',
  people: ['co'],
  done: false,
  told: [],
};
const texts = { subject: 'Away', inside: 'Inside, back on 21 March 2026.', outside: 'Back on 21 March 2026.' };
const mailIn = (locale: string, more: Partial<ReadyMail> = {}): ReadyMail => ({
  ...composeMessage('co-mentor', { me: 'Mia', from: away.from, to: away.to, returns: away.returns, locale }),
  to: ['co@uni.example'],
  bcc: [],
  ...more,
});
const waits = (menteeId: string, since: string): OverviewItem => ({
  key: `${menteeId} ${since}`,
  section: 'late',
  rule: 'reply-email',
  relationship: 'r1',
  programme: 'UMMS',
  menteeId,
  mentee: menteeId,
  title: 'A private subject',
  detail: '',
  mark: { state: 'late', since },
  action: { kind: 'none' },
});

function start(more: Parameters<typeof facts>[0] = {}, items = [waits('ana', '2026-03-06T12:00:00Z')]) {
  const small = facts(more);
  const overview = { ...({} as Parameters<typeof fakeDeps>[0]['overview']), now, zone: 'America/Toronto', items };
  const fake = fakeDeps({ overview, ledger: small });
  const copied: string[] = [];
  const told: string[] = [];
  const given: OutsideFacts = {
    small,
    events: [],
    overview,
    locale: 'en-CA',
    tell: (text) => told.push(text),
    copy: async (text) => void copied.push(text),
  };
  const actions = makeOutsideActions(fake.deps, given);
  return { fake, actions: actions as Required<typeof actions>, copied, told };
}

const files: Blob[] = [];
beforeEach(() => {
  files.length = 0;
  vi.stubGlobal(
    'URL',
    Object.assign(URL, { createObjectURL: (blob: Blob) => `blob:${files.push(blob)}`, revokeObjectURL: () => {} }),
  );
  HTMLAnchorElement.prototype.click = () => {};
});

const gmailSource = { id: 's', source: 'gmail-page', address: 'me@uni.example', from: now, to: now };
const outlookSource = { ...gmailSource, source: 'outlook-page' };
const bodyOf = (url: string | undefined) => new URL(url!).searchParams.get('body') ?? '';

describe('a ready mail', () => {
  it('opens in the mailbox that is read, with the handover in the language of the mail', async () => {
    const { fake, actions, told } = start({ sources: [gmailSource] });
    await actions.writeMail(away, telling, mailIn('fr-CA'));
    const url = new URL(fake.opened[0]!);
    expect(url.searchParams.get('to')).toBe('co@uni.example');
    expect(bodyOf(fake.opened[0])).toContain('1 fil de discussion attend une réponse');
    expect(bodyOf(fake.opened[0])).not.toMatch(/private/i);
    expect(told).toEqual([]);
  });

  it('saves a handover that does not fit as a file, says so in the mail, and tells it', async () => {
    const many = Array.from({ length: 60 }, (_, at) => `m${at}`);
    const { fake, actions, told } = start(
      {
        sources: [outlookSource],
        people: [
          ...people,
          ...many.map((id) => ({ id, name: `A long name of a mentee, ${id}`, emails: [`${id}@uni.example`] })),
        ],
        relationships: [relationship({ mentees: many })],
      },
      many.map((id) => waits(id, '2026-03-06T12:00:00Z')),
    );
    await actions.writeMail(away, telling, mailIn('en-GB'));
    expect(bodyOf(fake.opened[0])).toMatch(/The handover sheet is attached\.$/);
    expect(told).toEqual([expect.stringContaining('attach it')]);
    const read = readHandover(await files[0]!.text());
    expect(read.ok && read.sheet.mentees).toHaveLength(60);
  });

  it('copies recipients who do not fit, and shows them to nobody', async () => {
    const bcc = Array.from({ length: 120 }, (_, at) => `mentee.${at}@students.uni.example`);
    const { fake, actions, copied, told } = start({ sources: [gmailSource] });
    const task: Task = { ...telling, kind: 'tell-mentees' };
    await actions.writeMail(away, task, mailIn('en-CA', { to: [], bcc }));
    expect(fake.opened[0]).not.toContain('mentee.1');
    expect(copied).toEqual([bcc.join(', ')]);
    expect(told).toEqual([expect.stringContaining('paste them into Bcc')]);
  });
});

describe('Gmail’s form', () => {
  it('is asked for with the text for everybody, in the account that is read', async () => {
    const { fake, actions } = start({ sources: [gmailSource] });
    fake.answer = { ok: true, value: { done: true, left: ['first-day'] } };
    expect(await actions.fillInGmail(away, texts)).toMatchObject({ done: true });
    expect(fake.calls).toEqual([
      {
        call: 'away.fillForm',
        input: {
          site: 'gmail',
          owner: 'me@uni.example',
          values: { subject: 'Away', text: texts.outside, from: '2026-03-16', to: '2026-03-20' },
        },
      },
    ]);
  });

  it.each([
    ['no-answer', 'no-answer'],
    ['orphaned', 'failed'],
  ] as const)('says %s as %s', async (code, said) => {
    const { fake, actions } = start();
    fake.answer = { ok: false, code };
    expect(await actions.fillInGmail(away, texts)).toEqual({ done: false, code: said });
  });

  it('is left alone where access is refused', async () => {
    const { fake } = start();
    fake.deps.requestAccess = async () => false;
    const actions = makeOutsideActions(fake.deps, {
      small: facts(),
      events: [],
      overview: { items: [], now, zone: 'UTC' },
      locale: 'en',
      tell: () => {},
      copy: async () => {},
    });
    expect(await actions.fillInGmail!(away, texts)).toEqual({ done: false, code: 'no-access' });
    expect(fake.calls).toEqual([]);
  });
});

describe('setting it by hand', () => {
  it('copies what goes there and says where, with the dates', async () => {
    const { actions, copied } = start({
      accounts: [{ id: 'x', provider: 'microsoft', address: 'me@uni.example', connectedAt: now }],
    });
    const gmail = await actions.copySteps(away, texts, 'google');
    expect(gmail.url).toContain('#settings/general');
    expect(gmail.steps.join(' ')).toMatch(/16.*2026.*20.*2026/);
    const outlook = await actions.copySteps(away, texts, 'microsoft');
    expect(outlook.url).toBe('https://outlook.office.com/mail/options/mail/automaticReplies');
    expect(outlook.steps.join(' ')).toMatch(/16.*2026.*21.*2026/);
    expect(copied[0]).toBe(texts.outside);
    expect(copied[1]).toMatch(/^Inside.*———.*Back on/s);
  });
});

describe('a handover sheet', () => {
  const file = (text: string) => new File([text], 'handover.json');

  it('is given out as a file', async () => {
    const { actions } = start();
    await actions.exportHandover(away, 'r1');
    await actions.exportHandover(away, 'gone');
    expect(files).toHaveLength(1);
    expect(readHandover(await files[0]!.text())).toMatchObject({ ok: true });
    expect(actions.composeHandover(away, 'r1')).toContain('1 thread waits');
  });

  it('is taken over by the worker, nothing but what it holds', async () => {
    const { actions, fake } = start();
    await actions.exportHandover(away, 'r1');
    fake.answer = { ok: true, value: { done: true, mentor: 'Mia', mentees: 2, threads: 1 } };
    expect(await actions.importHandover(file(await files[0]!.text()))).toMatchObject({ done: true, threads: 1 });
    expect(Object.keys(fake.calls[0]!.input as object)).toEqual(['writtenAt', 'away', 'mentor', 'mentees']);
  });

  it.each([
    ['{}', 'not-a-handover'],
    ['{"waymark":"handover","version":9}', 'newer-version'],
    ['x'.repeat(1024 * 1024 + 1), 'too-large'],
  ])('is refused: %.40s → %s', async (text, code) => {
    const { actions, fake } = start();
    expect(await actions.importHandover(file(text))).toEqual({ done: false, code });
    expect(fake.calls).toEqual([]);
  });
});
