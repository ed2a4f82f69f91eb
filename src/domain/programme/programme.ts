// A programme's rules as data. A pack cites, for every rule, the clause it comes from, in our own words.
import * as z from 'zod/mini';
import { Id } from '../record.ts';

export const ruleIds = [
  'reply-email',
  'reply-text',
  'monthly-contact',
  'semester-meeting',
  'yearly-meetings',
  'hours-or-meetings',
  'log-complete',
  'agenda-ready',
  'goals-set',
  'away-message',
  'away-tell-co-mentor',
  'away-tell-mentees',
  'programme-event',
  'check-in',
  'evaluation-midway',
  'evaluation-final',
  'agreement',
  'limits-explained',
  'closing',
] as const;
export const RuleId = z.enum(ruleIds);
export type RuleId = z.infer<typeof RuleId>;

const Text = z.string().check(z.maxLength(2000));
const Count = z.number().check(z.nonnegative(), z.lte(100_000));
const MonthDay = z.string().check(z.regex(/^\d\d-\d\d$/));

/** Where a rule stands: the document, the part of it, and what it says in our own words. */
export const Clause = z.object({ document: Text, section: Text, says: Text });
export type Clause = z.infer<typeof Clause>;

export const Strength = z.enum(['must', 'expected', 'suggested']);
export const DutyOwner = z.enum(['mentor', 'mentee', 'both', 'organiser']);
export type DutyOwner = z.infer<typeof DutyOwner>;

/**
 * Figures by rule; a figure the document does not give stays absent, and no verdict is invented for it (T4).
 * `hours`: elapsed hours for replies, counted hours for meetings. `months`: the window of hours-or-meetings, and how far goals look ahead.
 */
export const Figures = z.object({
  hours: z.optional(Count),
  meetings: z.optional(Count),
  /** Upper end of a soft range, as in "2 to 3 meetings". */
  meetingsUpTo: z.optional(Count),
  contacts: z.optional(Count),
  months: z.optional(Count),
  /** The rule fires when an absence is longer than this many consecutive days. */
  moreThanDays: z.optional(Count),
});
export type Figures = z.infer<typeof Figures>;

export const Rule = z.object({
  rule: RuleId,
  strength: Strength,
  /** Whose duty it is. A rule whose duty is the mentee's is never held against the mentor (P10). */
  duty: DutyOwner,
  figures: Figures,
  clause: Clause,
  /** Requirement ids of PROGRAMMES, for the reader of the pack. */
  requirements: z.array(z.string()),
  /** monthly-contact: whether one mail to the whole group counts for each of its readers. */
  groupMailCounts: z.optional(z.boolean()),
  /** The parts a thing must hold: a log entry, an agenda, the goals, the agreement. */
  fields: z.optional(z.array(z.string())),
  /** programme-event, check-in, evaluations: the ids of the pack's events it speaks of. */
  events: z.optional(z.array(Id)),
  /** away rules: what sets them off. */
  trigger: z.optional(z.enum(['days-away', 'cannot-meet-duties'])),
  /** True in a custom pack whose owner departed from what the clause says. */
  changed: z.optional(z.boolean()),
});
export type Rule = z.infer<typeof Rule>;

/** A date of the programme's own: a launch, a workshop, a check-in, an evaluation, a survey. */
export const EventSpec = z.object({
  id: Id,
  name: Text,
  kind: z.enum(['launch', 'training', 'workshop', 'check-in', 'evaluation', 'survey', 'session']),
  mandatory: z.boolean(),
  /** `month`: within that month of the programme's year; `day`: that day; `midway`, `end`: from the period; else to be set. */
  when: z.optional(
    z.union([
      z.object({ month: z.number().check(z.gte(1), z.lte(12)) }),
      z.object({ day: MonthDay }),
      z.object({ point: z.enum(['midway', 'end']) }),
    ]),
  ),
  clause: Clause,
  requirements: z.optional(z.array(z.string())),
});
export type EventSpec = z.infer<typeof EventSpec>;

/** Something the document asks for that no rule judges: shown on the programme's card, never as a verdict. */
export const Practice = z.object({
  says: Text,
  strength: Strength,
  duty: DutyOwner,
  /** The part of the document it stands in. */
  section: Text,
  requirements: z.array(z.string()),
});
export type Practice = z.infer<typeof Practice>;

/** A pack may come from anybody's file, so a link is to the web and to nothing else. */
const Link = z.string().check(z.maxLength(2000), z.regex(/^https?:\/\/\S+$/));

export const Contactable = z.object({
  name: Text,
  /** What to turn to them for. */
  for: Text,
  email: z.optional(Text),
  link: z.optional(Link),
});

/** A mentoring platform that mails what a mentee wrote there from an address that nobody reads (P12). */
export const Platform = z.object({
  name: Text,
  /** Addresses (`news@platform.example`) or whole domains (`@platform.example`); none where they are the user's to enter. */
  senders: z.array(z.string().check(z.maxLength(320), z.regex(/^\S*@[^\s@]+$/))),
  /** How its subjects, or the names it writes under, name who wrote: `{name} sent you a message`. */
  patterns: z.array(z.string().check(z.maxLength(200), z.regex(/\{name\}/))),
});
export type Platform = z.infer<typeof Platform>;

export const Programme = z.object({
  id: Id,
  name: Text,
  /** Ten to twenty characters for small surfaces. */
  short: Text,
  document: z.object({ title: Text, publisher: Text, year: z.optional(Text) }),
  /** One sentence of what it is. */
  summary: Text,
  /** P1 to P6: how people stand to each other. */
  structure: z.object({
    forms: z.array(z.enum(['pair', 'cohort', 'group', 'reciprocal', 'speed-session'])),
    coMentors: z.boolean(),
    faculty: z.boolean(),
    coordinator: z.boolean(),
    /** Both are mentor and mentee (P6). */
    reciprocal: z.boolean(),
    cohortSize: z.optional(z.object({ from: Count, to: Count })),
    notes: z.array(Text),
  }),
  /** What the roles are called there, and which there are. */
  roles: z.array(
    z.object({
      role: z.enum(['mentor', 'mentee', 'co-mentor', 'faculty', 'coordinator', 'facilitator']),
      name: Text,
      does: Text,
    }),
  ),
  /** P10: who starts, who schedules, who prepares, who keeps it going; `both` also where the document is silent. */
  duties: z.object({
    firstWord: DutyOwner,
    scheduling: DutyOwner,
    agenda: DutyOwner,
    keepingInTouch: DutyOwner,
    clause: z.optional(Clause),
  }),
  rules: z.array(Rule),
  /** P9: the official period, and what "year" and "semester" mean; absent parts are the user's to set. */
  period: z.object({
    start: z.optional(MonthDay),
    end: z.optional(MonthDay),
    /** The document lets a relationship go on after its end, if both agree. */
    mayContinue: z.boolean(),
    clause: z.optional(Clause),
  }),
  events: z.array(EventSpec),
  /** P16. Strings the documents misprint are not shipped as live links (section 1.9, note 10). */
  contacts: z.array(Contactable),
  resources: z.array(Contactable),
  topics: z.array(z.object({ group: Text, items: z.array(Text) })),
  questions: z.array(Text),
  boundaries: z.array(Text),
  purposes: z.array(Text),
  /** Names by which mail of its platforms or of itself may be known, for "Is this a mentee?". */
  words: z.array(Text),
  platforms: z.optional(z.array(Platform)),
  practices: z.optional(z.array(Practice)),
  optionalTopics: z.optional(z.array(Text)),
  /** Prompts for looking back, or for thinking ahead of a meeting (E7, M14). */
  reflections: z.optional(z.array(Text)),
  functions: z.optional(z.array(Text)),
  /** What a self-rating may ask about (E6). Never a score of the mentee. */
  measures: z.optional(z.array(Text)),
  /** Kinds and ways of meeting the document names (M6, P15, M17). */
  sessionTypes: z.optional(z.array(Text)),
  /** Stages and transition points of a mentee (P17). */
  stages: z.optional(z.array(Text)),
  /** Requirements that other parts of the pack answer: `part` is one of the names above, as in `roles`. */
  covers: z.optional(z.array(z.object({ part: Text, requirements: z.array(z.string()) }))),
  /** A custom pack: the id of the pack it was made from. */
  basedOn: z.optional(Id),
});
export type Programme = z.infer<typeof Programme>;
