// Puts chips, the line and the note where the page has room for them, each scan anew: what no longer belongs goes.
import type { SightMarks } from '../../features/deadlines/contract.ts';
import { makeAboveThread } from '../../features/deadlines/page/above-thread.ts';
import { type Chip, makeChip } from '../../features/deadlines/page/chip.ts';
import type { Desk } from '../../features/deadlines/page/desk.ts';
import type { Look } from '../../features/deadlines/page/ground.ts';
import { makeNote } from '../../features/deadlines/page/note.ts';
import { describeMark } from '../../features/deadlines/words.ts';
import type { MailSite } from '../../sites/site.ts';
import type { Marks } from './marks.ts';
import type { Reading } from './see.ts';

/** Milliseconds for which the host's look is taken as it was: asking for it makes the page work out its styles. */
const LOOK_HOLDS = 5000;

export interface Painter {
  paint(reading: Reading, marks: Marks, note: SightMarks['note']): void;
  /** Takes everything of ours out of the page. */
  clear(): void;
}

export function makePainter(site: MailSite, desk: Desk): Painter {
  const { ground } = desk;
  const aboveThread = makeAboveThread(desk);
  const note = makeNote(ground);
  let chips = new Map<Element, Chip>();

  let look: Look;
  let lookedAt = Number.NEGATIVE_INFINITY;

  const readLook = () => {
    if (performance.now() - lookedAt >= LOOK_HOLDS) {
      look = site.look(ground.document);
      lookedAt = performance.now();
    }
    return look;
  };
  const paintRows = ({ rows: all }: Reading, marks: Marks, look: Look) => {
    if (chips.size === 0 && !all.some((row) => marks.findMark(row))) return;
    const anchors = site.rowAnchors(ground.document);
    const kept = new Map<Element, Chip>();
    // Rows and anchors are one list read twice; where they differ in number nothing is said rather than something wrong.
    const rows = anchors.length === all.length ? all : [];
    rows.forEach((row, index) => {
      const mark = marks.findMark(row);
      const anchor = anchors[index]?.anchor;
      if (!mark || !anchor) return;
      const chip = chips.get(anchor) ?? makeChip(ground);
      chip.show(describeMark(mark, desk.now(), desk.zone), look);
      if (chip.element.parentNode !== anchor) anchor.prepend(chip.element);
      kept.set(anchor, chip);
    });
    for (const [anchor, chip] of chips) if (!kept.has(anchor)) chip.element.remove();
    chips = kept;
  };

  const paintThread = ({ thread }: Reading, marks: Marks, look: Look) => {
    if (!thread) return aboveThread.hide();
    const anchor = site.threadAnchor(ground.document);
    const { key, line, suspect } = marks.findThread(thread);
    if (anchor) aboveThread.show(key, anchor, line, suspect, look);
  };

  return {
    paint(reading, marks, code) {
      const look = readLook();
      paintRows(reading, marks, look);
      paintThread(reading, marks, look);
      note.show(code, site.name, look);
    },
    clear() {
      for (const { element } of chips.values()) element.remove();
      chips.clear();
      aboveThread.hide();
      note.hide();
    },
  };
}
