import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { site } from '../../../src/sites/outlook/index.ts';
import { escapeText, list, message, NEW_YORK, page, pane, row } from './page.ts';

function readAll(document: Document) {
  return [
    site.readRows(document, NEW_YORK),
    site.readThread(document, NEW_YORK),
    site.readOwner(document),
    site.readView(document),
    site.inspect(document, NEW_YORK),
    site.rowAnchors(document).length,
    site.threadAnchor(document)?.tagName,
    site.look(document),
  ];
}

describe('hostile input', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '"><script>',
      '__proto__',
      '\ud800',
      '\u202e',
      '<<<@@@>>>',
      'a@b.co<c@d.co>',
      '9/2/2026 9:00',
      '٢/٩/٢٠٢٦ ١٤:٢٨',
    ),
    fc.integer({ min: 1, max: 60_000 }).map((n) => 'a@'.repeat(n / 2)),
  );

  it('never throws', () => {
    fc.assert(
      fc.property(nasty, nasty, nasty, nasty, (id, text, date, lang) => {
        const rows = list(row({ id, from: text, email: date, subject: text, date }), row({ date: text, label: id }));
        const open = message({
          id: escapeText(id),
          from: escapeText(text),
          to: escapeText(date),
          cc: escapeText(text),
          date: escapeText(date),
        });
        const document = page(rows + pane(escapeText(id), open), { lang: escapeText(lang) });
        expect(readAll(document)).toHaveLength(8);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('keeps subjects within 500, names within 200 characters, and no half of a character', () => {
    const long = `${'x'.repeat(199)}😀${'y'.repeat(900)}`;
    const subject = `${'s'.repeat(499)}😀`;
    const rows = site.readRows(
      page(list(row({ id: 'a', from: long, email: 'a@x.org', subject, label: '-' }))),
      NEW_YORK,
    );
    expect(rows[0]?.subject).toBe('s'.repeat(499));
    expect(rows[0]?.senders[0]?.name).toBe('x'.repeat(199));
    const open = pane('a', `<div id="CONV_1_SUBJECT">${subject}</div>${message({ from: `${long}&lt;a@x.org&gt;` })}`);
    const thread = site.readThread(page(open), NEW_YORK);
    expect(thread?.subject).toBe('s'.repeat(499));
    expect(thread?.messages[0]?.from?.name?.length).toBeLessThanOrEqual(200);
  });

  it('comes to an end on huge names and dates, and takes no time from them', () => {
    const email = `${'a'.repeat(60)}@`.repeat(2000);
    const huge = page(pane('a', message({ from: email, to: email, date: '1/'.repeat(5000) })));
    readAll(huge);
    expect(site.readThread(huge, NEW_YORK)?.messages[0]?.sentAt).toBeUndefined();
  });

  it('reads at most 500 rows, and their anchors', () => {
    const document = page(list(...Array.from({ length: 600 }, (_, index) => row({ id: `a${index}` }))));
    expect(site.readRows(document, NEW_YORK)).toHaveLength(500);
    expect(site.rowAnchors(document)).toHaveLength(500);
  });

  it('needs no window, address or body', () => {
    const { DOMParser } = page('').defaultView!;
    const parsed = new DOMParser().parseFromString(
      list(row({ id: 'a' })) + pane('a', message({ from: 'a@x.org' })),
      'text/html',
    );
    expect(readAll(parsed)).toHaveLength(8);
    parsed.body.remove();
    expect(readAll(parsed)).toHaveLength(8);
    parsed.documentElement.remove();
    expect(readAll(parsed)).toHaveLength(8);
  });
});
