// Custom programmes: a copy of a pack whose figures and rules are the owner's to change. The clause stays the
// document's; a rule that departs from it says so.
import type { Figures, Programme, Rule, RuleId } from './programme.ts';

/** What a form may change of a rule besides its figures. */
export type RuleEdit = Partial<Pick<Rule, 'strength' | 'duty' | 'groupMailCounts'>>;

/** New values by figure; `undefined` takes the figure away, so that no verdict is given. */
export type FigureEdit = { [F in keyof Figures]?: Figures[F] | undefined };

/** A copy under a new id and name. `newId` is the caller's: it is to be no built-in pack's and no other's. */
export function duplicateProgramme(pack: Programme, newId: string, newName: string): Programme {
  return { ...copy(pack), id: newId, name: newName, short: shorten(newName), basedOn: pack.id };
}

/** Another id or name for a custom pack, as when one is imported whose id is taken. */
export function renameProgramme(pack: Programme, id: string, name: string): Programme {
  return { ...pack, id, name, short: shorten(name) };
}

export function editFigure(pack: Programme, rule: RuleId, figures: FigureEdit): Programme {
  return changeRule(pack, rule, (before) => ({ ...before, figures: merge(before.figures, figures) }));
}

export function editRule(pack: Programme, rule: RuleId, edit: RuleEdit): Programme {
  return changeRule(pack, rule, (before) => ({ ...before, ...edit }));
}

/** A rule that a pack does not name yields no verdict. */
export function removeRule(pack: Programme, rule: RuleId): Programme {
  return { ...pack, rules: pack.rules.filter((each) => each.rule !== rule) };
}

/** Puts a rule back as the original pack has it, in its place there; unchanged when the original has none. */
export function restoreRule(pack: Programme, rule: RuleId, original: Programme): Programme {
  const restored = original.rules.find((each) => each.rule === rule);
  if (!restored) return pack;
  const order = original.rules.map((each) => each.rule);
  const others = pack.rules.filter((each) => each.rule !== rule);
  const later = others.findIndex((each) => order.indexOf(each.rule) > order.indexOf(rule));
  return { ...pack, rules: others.toSpliced(later < 0 ? others.length : later, 0, copy(restored)) };
}

/** A pack is plain JSON, so that its text is all of it. */
function copy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

function changeRule(pack: Programme, rule: RuleId, change: (before: Rule) => Rule): Programme {
  const rules = pack.rules.map((before) => {
    if (before.rule !== rule) return before;
    const after = change(before);
    return isSame(before, after) ? before : { ...after, changed: true };
  });
  return { ...pack, rules };
}

function isSame(before: Rule, after: Rule): boolean {
  const { figures: old, ...rest } = before;
  const { figures: now, ...others } = after;
  return hasSame(old, now) && hasSame(rest, others);
}

function hasSame(a: object, b: object): boolean {
  const values = new Map(Object.entries(b));
  return Object.keys(a).length === values.size && Object.entries(a).every(([key, value]) => values.get(key) === value);
}

function merge(before: Figures, edit: FigureEdit): Figures {
  const kept = Object.entries({ ...before, ...edit }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept);
}

function shorten(name: string): string {
  const characters = Array.from(new Intl.Segmenter().segment(name.trim()), ({ segment }) => segment);
  return characters.length <= 20 ? characters.join('') : `${characters.slice(0, 19).join('').trimEnd()}…`;
}
