// The captured week damaged at random: nothing throws, and no event is told at another time than its own. A failure
// prints its seed.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { site } from '../../../src/sites/google-calendar/index.ts';
import { describeWithShared } from '../../shared.ts';
import { capture, PRAGUE } from './page.ts';

const nasty = fc.oneof(
  fc.constantFrom('', '0', '28546', '28549', 'display: none', 'top: 1007px; height: 46px', 'top: 959px; height: 94px'),
  fc.constantFrom(
    'top: 0px; height: 0px',
    'left: 14.29%; width: 14.29%; top: 0em',
    '9pm to 10pm, Mentoring Kim',
    '-1',
    '%%%',
  ),
  fc.constantFrom('x'.repeat(20_000), '\uD800', '\u202E', '99999999999999999999'),
  fc.string({ unit: 'binary' }),
);
const damage = fc.record({
  at: fc.nat(),
  which: fc.nat(),
  how: fc.constantFrom('set', 'drop', 'move', 'remove', 'text'),
  value: nasty,
});

function apply(
  page: Document,
  { at, which, how, value }: { at: number; which: number; how: string; value: string },
): void {
  const elements = [...page.body.querySelectorAll('[role=main], [role=main] *')];
  const element = elements[at % elements.length];
  const name = element?.getAttributeNames()[which % Math.max(1, element.getAttributeNames().length)];
  if (!element) return;
  if (how === 'remove') element.remove();
  else if (how === 'move') page.body.append(element);
  else if (how === 'text' && element.childElementCount === 0) element.textContent = value;
  else if (name && how === 'drop') element.removeAttribute(name);
  else if (name && how === 'set') element.setAttribute(name, value);
}

describeWithShared('a damaged week', () => {
  const whole = capture('week_2025-12-03.html');
  const truth = new Map(site.readEvents(whole, PRAGUE).map((event) => [event.id, event]));

  it('never throws, and tells each event at its own time or not at all', () => {
    let told = 0;
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 25 }), (damages) => {
        const page = whole.cloneNode(true) as Document;
        for (const one of damages) apply(page, one);
        site.inspect(page, PRAGUE);
        site.readOpenEvent(page, PRAGUE);
        site.readOwner(page);
        for (const { id, start, end, allDay } of site.readEvents(page, PRAGUE)) {
          told++;
          expect({ id, start, end, allDay }).toEqual({
            id,
            start: truth.get(id)?.start,
            end: truth.get(id)?.end,
            allDay: false,
          });
        }
      }),
      { numRuns: 150 },
    );
    expect(told).toBeGreaterThan(1000);
  }, 120_000);
});
