// What a column of a sheet means, by the words at its head.

export const meanings = [
  'date',
  'time',
  'minutes',
  'from',
  'to',
  'topics',
  'homework',
  'signatures',
  'people',
  'outcome',
  'preparation',
  'modality',
  'sessionType',
  'sharedNote',
  'ignored',
] as const;
/** `time`: hours or a range of the clock. `ignored`: known, and of no use here. */
export type Meaning = (typeof meanings)[number];

/** Heads without accents, case and signs, in English, German, French and Spanish. What comes first is taken first. */
const heads: readonly [Meaning, RegExp][] = [
  ['preparation', /^(preparation|prep|vorbereitung)(time|minutes|zeit|minuten)*$/],
  ['signatures', /(signature|signed|initials|unterschrift|firma$|visa$)/],
  [
    'ignored',
    /^(programme?|cancelledby|number|no|nr|session|sessionno|sessionnumber|id|week|weekday|wochentag|location|place|ort)$/,
  ],
  [
    'homework',
    /^(homeworks?|assignments?|actions?|actionitems?|nextsteps?|todos?|tasks?|followup|hausaufgaben?|aufgaben?|devoirs|tareas?)$/,
  ],
  ['date', /^(dates?|(meeting|session)date|dateof(the)?(meeting|session)|day|when|datum|tag|jour|fecha|dia)$/],
  [
    'time',
    /^(time|timespent|hours?|hoursspent|noofhours|numberofhours|duration|length|lengthofmeeting|timespenthours|durationhours|hoursofmentoring|dauer|dauerstunden|stunden|zeit|duree|heures?|horas|duracion)(hours|hrs|h)?$/,
  ],
  [
    'minutes',
    /^(minutes?|mins?|minutesspent|timespentminutes|durationminutes|durationmins?|timeminutes|minuten|dauerminuten|minutos)$/,
  ],
  ['from', /^(from|start|starts|starttime|timestarted|begin|beginn|timein|von|debut|inicio|desde)$/],
  ['to', /^(to|end|ends|endtime|timeended|finish|timeout|bis|ende|fin|hasta)$/],
  ['outcome', /^(outcome|status|result|held|attendance|ergebnis)$/],
  ['modality', /^(modality|mode|medium|format|how|howmet|meetingmode|inpersonoronline|form)$/],
  ['sessionType', /^(kindofsession|sessiontype|typeofsession|type|kind|art)$/],
  [
    'people',
    /^(people|persons?|attendees?|participants?|whocame|who|with|mentees?|menteenames?|nameofmentee|students?|teilnehmer|teilnehmende|participantes?|personnes)$/,
  ],
  ['sharedNote', /^(sharednotes?)$/],
  [
    'topics',
    /^(topics?|topicsdiscussed|topicsofdiscussion|discussion|discussed|subjects?|agenda|content|contents|summary|whatwediscussed|activities|activity|description|themen?|inhalte?|sujets?|temas?)$/,
  ],
  ['topics', /^(notes?|meetingnotes|comments?|remarks?|notizen|bemerkungen?|notas?)$/],
];

export interface ReadColumn {
  /** From 0. */
  at: number;
  head: string;
  /** Null where the head says nothing that is known. */
  meaning: Meaning | null;
}

/** Each meaning is given once, the surer word first; two columns of people or homework are both read. */
export function readHeads(cells: readonly string[]): ReadColumn[] {
  const words = cells.map((cell) => cell.slice(0, 100).normalize('NFD').toLowerCase().replace(/\P{L}/gu, ''));
  const given = new Map<number, Meaning>();
  const taken = new Set<Meaning>();
  for (const [meaning, pattern] of heads) {
    for (const [at, word] of words.entries()) {
      if (given.has(at) || !pattern.test(word) || (taken.has(meaning) && !several.has(meaning))) continue;
      given.set(at, meaning);
      taken.add(meaning);
    }
  }
  return cells.map((cell, at) => ({ at, head: cell.trim().slice(0, 200), meaning: given.get(at) ?? null }));
}

const several: ReadonlySet<Meaning> = new Set(['people', 'homework', 'signatures', 'ignored']);
