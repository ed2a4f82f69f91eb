import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeWithShared } from '../shared.ts';
import { ask, signIn } from './client.ts';
import { semester } from './semester.ts';
import { type OutlookReply, type Standin, startStandin, type Vacation } from './server.ts';

let standin: Standin;

beforeEach(async () => {
  standin = await startStandin({ semester: semester(), look: { autoConsent: true } });
});
afterEach(() => standin.close());

const scheduled = {
  status: 'scheduled',
  externalAudience: 'contactsOnly',
  scheduledStartDateTime: { dateTime: '2026-03-12T09:00:00', timeZone: 'Eastern Standard Time' },
  scheduledEndDateTime: { dateTime: '2026-03-17T00:00:00', timeZone: 'UTC' },
  internalReplyMessage: '<p>Back on <b>17 March</b></p>',
  externalReplyMessage: '<html><body>Away</body></html>',
};

describe('the stand-in’s automatic reply of Outlook', () => {
  const open = (scope = 'MailboxSettings.ReadWrite') => signIn(standin, 'microsoft', `${scope} offline_access openid`);
  const setting = 'me/mailboxSettings/automaticRepliesSetting';
  const patch = async (change: object) =>
    (await open()).put<{ automaticRepliesSetting: OutlookReply }>('PATCH', 'me/mailboxSettings', {
      automaticRepliesSetting: change,
    });

  it('is off at first, and then what was written, with its times in UTC and its texts as documents', async () => {
    const { get } = await open();
    expect((await get(setting)).body).toMatchObject({ status: 'disabled', internalReplyMessage: '' });
    const { status, body } = await patch(scheduled);
    expect(status).toBe(200);
    expect(body.automaticRepliesSetting).toEqual({
      ...scheduled,
      scheduledStartDateTime: { dateTime: '2026-03-12T13:00:00.0000000', timeZone: 'UTC' },
      scheduledEndDateTime: { dateTime: '2026-03-17T00:00:00.0000000', timeZone: 'UTC' },
      internalReplyMessage: '<html>\n<body>\n<p>Back on <b>17 March</b></p>\n</body>\n</html>\n',
    });
    expect((await get(setting)).body).toMatchObject(body.automaticRepliesSetting);
    expect((await get('me/mailboxSettings')).body).toMatchObject({ ...body, timeZone: 'UTC' });
    expect(standin.microsoft.autoReply()).toEqual({ ...body.automaticRepliesSetting, writes: 1 });
    expect(standin.complaints).toEqual([]);
  });

  it('keeps what a change does not name', async () => {
    await patch(scheduled);
    await patch({ status: 'disabled' });
    expect(standin.microsoft.autoReply()).toMatchObject({
      status: 'disabled',
      externalAudience: 'contactsOnly',
      writes: 2,
    });
  });

  it('is changed by others, too', async () => {
    standin.microsoft.changeAutoReply({ status: 'alwaysEnabled', internalReplyMessage: 'On leave' });
    const { body } = await (await open('MailboxSettings.Read')).get(setting);
    expect(body).toMatchObject({ status: 'alwaysEnabled', internalReplyMessage: expect.stringContaining('On leave') });
    expect(standin.microsoft.autoReply().writes).toBe(0);
  });

  it.each([
    [
      'a zone nobody knows',
      { ...scheduled, scheduledStartDateTime: { dateTime: '2026-03-12T09:00:00', timeZone: 'Mars' } },
    ],
    [
      'an end before its start',
      { ...scheduled, scheduledEndDateTime: { dateTime: '2026-03-01T00:00:00', timeZone: 'UTC' } },
    ],
  ])('refuses %s, and keeps what it had', async (_what, change) => {
    expect((await patch(change)).status).toBe(400);
    expect(standin.microsoft.autoReply()).toMatchObject({ status: 'disabled', writes: 0 });
  });

  it('is not changed with a scope that only reads, nor read with that of calendars', async () => {
    const reader = await open('MailboxSettings.Read');
    expect((await reader.put('PATCH', 'me/mailboxSettings', { automaticRepliesSetting: scheduled })).status).toBe(403);
    expect((await (await open('Calendars.Read')).get(setting)).status).toBe(403);
  });
});

const vacationAddress = 'https://gmail.googleapis.com/gmail/v1/users/me/settings/vacation';
const wanted: Vacation = {
  enableAutoReply: true,
  responseSubject: 'Away',
  responseBodyHtml: '<p>Back on 17 March</p>',
  responseBodyPlainText: 'Back on 17 March',
  startTime: '1773320400000',
  endTime: '1773705600000',
};

describe('the stand-in’s vacation responder of Gmail', () => {
  const open = (scope = 'settings.basic') =>
    signIn(standin, 'google', `https://www.googleapis.com/auth/gmail.${scope} openid`);
  it('is off at first, and then what was put, HTML before plain text', async () => {
    const { get, put } = await open();
    const off = { enableAutoReply: false, restrictToContacts: false, restrictToDomain: false };
    expect((await get(vacationAddress)).body).toEqual(off);
    const { responseBodyPlainText: _plain, ...kept } = wanted;
    expect((await put('PUT', vacationAddress, wanted)).body).toEqual({ ...off, ...kept });
    expect((await get(vacationAddress)).body).toEqual(standin.google.vacation.now);
    expect((await put('PUT', vacationAddress, { enableAutoReply: false })).body).toEqual(off);
    expect(standin.google.vacation.writes).toBe(2);
    expect(standin.complaints).toEqual([]);
  });

  it('is the one that the settings page shows and saves', async () => {
    const page = 'https://mail.google.com/standin/vacation?account=gmail';
    await ask(standin, page, { method: 'POST', json: { enableAutoReply: true, responseBodyPlainText: 'Away' } });
    expect((await ask(standin, page)).body).toEqual(standin.google.vacation.now);
    expect((await (await open()).get(vacationAddress)).body).toMatchObject({
      enableAutoReply: true,
      responseBodyPlainText: 'Away',
    });
    standin.google.vacation.save({ enableAutoReply: false });
    expect((await ask(standin, page)).body).toMatchObject({ enableAutoReply: false });
    expect(standin.google.vacation.writes).toBe(0);
  });

  it.each([
    ['an answer without words', { enableAutoReply: true }],
    ['an end before its start', { ...wanted, endTime: '1773320399999' }],
  ])('refuses %s', async (_what, body) => {
    expect((await (await open()).put('PUT', vacationAddress, body)).status).toBe(400);
    expect(standin.google.vacation.now.enableAutoReply).toBe(false);
  });

  it('is read with gmail.readonly, and not changed with it', async () => {
    const { get, put } = await open('readonly');
    expect((await get(vacationAddress)).status).toBe(200);
    expect((await put('PUT', vacationAddress, wanted)).status).toBe(403);
  });
});

describeWithShared('the check of what is written', () => {
  it.each([
    ['a status that is none', { status: 'sometimes' }],
    ['a text that is none', { internalReplyMessage: 7 }],
  ])('refuses %s at Graph’s door', async (_what, automaticRepliesSetting) => {
    const { put } = await signIn(standin, 'microsoft', 'MailboxSettings.ReadWrite openid');
    expect((await put('PATCH', 'me/mailboxSettings', { automaticRepliesSetting })).status).toBe(400);
    expect(standin.complaints).toHaveLength(1);
    expect(standin.microsoft.autoReply()).toMatchObject({ status: 'disabled', writes: 0 });
  });

  it.each([
    ['a time that is a number, where int64 is written as text', { ...wanted, startTime: 1773320400000 }],
    ['a field it does not know', { ...wanted, mood: 'good' }],
  ])('refuses %s at Google’s door', async (_what, body) => {
    const { put } = await signIn(standin, 'google', 'https://www.googleapis.com/auth/gmail.settings.basic openid');
    expect((await put('PUT', vacationAddress, body)).status).toBe(400);
    expect(standin.complaints).toHaveLength(1);
    expect(standin.google.vacation.writes).toBe(0);
  });
});
