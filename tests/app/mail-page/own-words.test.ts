// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { readOwnWords } from '../../../src/app/mail-page/own-words.ts';
import { judgeAsks } from '../../../src/domain/thread/asks.ts';

const read = (markup: string) => {
  const body = document.createElement('div');
  body.innerHTML = markup;
  return readOwnWords(body);
};

const question = 'Could you send me the form?';
const quotes: [string, string][] = [
  [
    'Gmail',
    `<div class="gmail_quote"><div class="gmail_attr">On Monday, Mia wrote:</div><blockquote>${question}</blockquote></div>`,
  ],
  ['Gmail in Outlook', `<div class="x_gmail_quote"><blockquote>${question}</blockquote></div>`],
  [
    'Thunderbird',
    `<div class="moz-cite-prefix">On 3/9/26, Mia wrote:</div><blockquote type="cite">${question}</blockquote>`,
  ],
  [
    'Outlook on the web',
    `<div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>From:</b> Mia</div><div>${question}</div>`,
  ],
  ['Outlook in Outlook', `<div id="x_divRplyFwdMsg"><b>From:</b> Mia</div><div>${question}</div>`],
  [
    'desktop Outlook',
    `<div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p><b>Von:</b> Mia</p></div><p>${question}</p>`,
  ],
  ['plain text', `<div>&gt; ${question}</div>`],
  [
    'plain text under its line',
    `<div>On 9 Mar 2026 at 10:00 Mia &lt;mia@uni.example&gt; wrote:</div><div>${question}</div>`,
  ],
  ['the line of an old mail program', `<div>-----Original Message-----</div><div>${question}</div>`],
  ['a signature', `<div>-- </div><div>${question}</div>`],
];

describe('the own words of a message', () => {
  it.each(quotes)('leave out what is quoted by %s', (_by, quote) => {
    expect(read(`<div>Thanks, see you Thursday</div>${quote}`)).toBe('Thanks, see you Thursday');
  });

  it.each([
    ['Gmail', `<div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message</div>${question}</div>`],
    ['Outlook', `<div id="divRplyFwdMsg"><b>From:</b> Jun</div><div>${question}</div>`],
  ])('are none where %s only forwards, and then nothing is sure', (_by, markup) => {
    expect(read(markup)).toBe('');
    expect(judgeAsks(read(markup))).toEqual({ reason: 'unsure' });
  });

  it('keep what is answered between quotes', () => {
    const words = read(
      `<div>Thanks</div><div class="gmail_quote"><blockquote>Friday?</blockquote><div>${question}</div><blockquote>Bye</blockquote></div>`,
    );
    expect(words).toBe(`Thanks\n${question}`);
    expect(judgeAsks(words).asks).toBe(true);
  });

  it('keep a line that is ruled and holds no "From:"', () => {
    expect(
      read(`<div>Thanks</div><div style="border-top:1px solid"><b>Amina</b></div><div>${question}</div>`),
    ).toContain(question);
  });

  it('come in lines, without our own parts', () => {
    expect(read('One<br>two<p>three</p><span data-wm="row">ours</span>')).toBe('One\ntwo\nthree');
  });
});
