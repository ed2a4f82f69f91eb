// S4: mentoring that counts as continuing professional development, and may be audited.
import type { Programme } from '../domain/programme/programme.ts';
import { cite } from './lists/cite.ts';
import { platform } from './lists/platforms.ts';
import { builtInTopics } from './lists/topics.ts';

const document = {
  title: 'Mentoring Overview and Guidelines, with a sample tracking sheet',
  publisher: 'OACETT, an association of technicians and technologists',
};
const clause = cite(document.title);
const guidelines = 'Guidelines';
const relationship = 'The mentoring relationship';
const agenda = 'Agenda';
const sheet = 'Sample tracking sheet';
const audit = 'Reporting and audit';

export const cpdMentoring: Programme = {
  id: 'cpd-mentoring',
  name: 'OACETT CPD Mentoring',
  short: 'CPD mentoring',
  document,
  summary: 'Mentor and mentee meet over six months and keep a signed record that counts for both as development.',
  structure: {
    forms: ['pair'],
    coMentors: false,
    faculty: false,
    coordinator: false,
    reciprocal: false,
    notes: [
      'A mentor is normally not the supervisor of the mentee.',
      'Pairs may be matched by a platform or an agency.',
    ],
  },
  roles: [
    { role: 'mentor', name: 'Mentor', does: 'Finds the time, listens, advises and signs the record.' },
    { role: 'mentee', name: 'Mentee', does: 'Schedules, prepares agenda and questions, and signs the record.' },
    { role: 'coordinator', name: 'Agency or employer', does: 'May match the pair and confirm hours by letter.' },
  ],
  duties: {
    firstWord: 'mentee',
    scheduling: 'mentee',
    agenda: 'mentee',
    keepingInTouch: 'both',
    clause: clause(relationship, 'The mentee schedules and prepares the meetings; the mentor finds the time for them.'),
  },
  rules: [
    {
      rule: 'hours-or-meetings',
      strength: 'must',
      duty: 'both',
      figures: { hours: 3, meetings: 3, months: 6 },
      clause: clause(
        guidelines,
        'Over 6 months there are at least 3 hours or 3 meetings. Preparation comes on top and is not counted.',
      ),
      requirements: ['M3', 'M6'],
    },
    {
      rule: 'log-complete',
      strength: 'must',
      duty: 'both',
      figures: {},
      clause: clause(
        guidelines,
        'The record holds name and signature of mentor and mentee, dates, time spent and topics, for each session.',
      ),
      requirements: ['M7', 'M8', 'M9', 'M10'],
      fields: [
        'mentor-name',
        'mentor-signature',
        'mentee-name',
        'mentee-signature',
        'mentee-contact',
        'date',
        'time-spent',
        'topics',
      ],
    },
    {
      rule: 'agenda-ready',
      strength: 'expected',
      duty: 'mentee',
      figures: {},
      clause: clause(
        agenda,
        'The mentee prepares an agenda: purpose, objectives, time and place, and the order of items.',
      ),
      requirements: ['G5', 'G6'],
      fields: ['purpose', 'goals and objectives', 'keeping on track', 'time and place', 'order of priorities'],
    },
    {
      rule: 'goals-set',
      strength: 'expected',
      duty: 'both',
      figures: {},
      clause: clause(relationship, 'Clear goals give the relationship a purpose, and reaching them is an achievement.'),
      requirements: ['G4'],
      fields: ['goals'],
    },
    {
      rule: 'agreement',
      strength: 'expected',
      duty: 'both',
      figures: {},
      clause: clause(
        relationship,
        'At the start, both agree on length, closure, expectations and mutual confidentiality.',
      ),
      requirements: ['P14', 'P9', 'C1'],
      fields: ['roles', 'channels', 'cadence', 'length', 'cancellation', 'closure', 'confidentiality'],
    },
    {
      rule: 'closing',
      strength: 'expected',
      duty: 'both',
      figures: {},
      clause: clause(relationship, 'Closure follows what was agreed; in the sample both decide to stay in contact.'),
      requirements: ['E8', 'P9', 'G4'],
    },
  ],
  period: {
    mayContinue: true,
    clause: clause(relationship, 'Length and closure are agreed at the start.'),
  },
  events: [],
  contacts: [{ name: 'The association', for: 'Questions on what counts, and the audit' }],
  resources: [
    { name: 'MentorCity', for: 'Finding a mentor or mentee' },
    { name: 'TRIEC', for: 'Finding a mentor or mentee' },
    { name: 'COSTI', for: 'Finding a mentor or mentee' },
  ],
  topics: builtInTopics,
  questions: [],
  boundaries: [
    'A mentor is normally not the supervisor of the mentee.',
    'Both keep what is said in confidence.',
    'Mentoring is more than a chat over coffee.',
  ],
  purposes: [],
  words: ['OACETT', 'MentorCity', 'TRIEC', 'COSTI'],
  platforms: [platform('MentorCity', '@mentorcity.com'), platform('TRIEC'), platform('COSTI')],
  practices: [
    {
      says: 'Keep in regular, ongoing contact.',
      strength: 'expected',
      duty: 'both',
      section: relationship,
      requirements: ['T5'],
    },
    {
      says: 'Meet regularly and avoid cancelling.',
      strength: 'expected',
      duty: 'both',
      section: relationship,
      requirements: ['M4'],
    },
    {
      says: 'Write homework under the topics; it comes first at the next meeting.',
      strength: 'expected',
      duty: 'both',
      section: sheet,
      requirements: ['M11'],
    },
    {
      says: 'Head the sheet with mentor, mentee and contact of the mentee; one row for each session, and keep a copy.',
      strength: 'expected',
      duty: 'both',
      section: sheet,
      requirements: ['M8', 'M9', 'M10'],
    },
    {
      says: 'Give mentoring a purpose: it is more than a chat over coffee.',
      strength: 'expected',
      duty: 'both',
      section: relationship,
      requirements: ['M18'],
    },
    {
      says: 'Report it as peer and professional interaction, as mentor or as mentee.',
      strength: 'expected',
      duty: 'both',
      section: audit,
      requirements: ['R1'],
    },
    {
      says: 'In an audit, produce the record; the mentor or mentee is contacted to verify it.',
      strength: 'must',
      duty: 'both',
      section: audit,
      requirements: ['R2'],
    },
    {
      says: 'Hours may be confirmed by an official letter of a non-profit organisation.',
      strength: 'suggested',
      duty: 'organiser',
      section: audit,
      requirements: ['R3'],
    },
    {
      says: 'For the formal programme of an employer, send its guidelines along.',
      strength: 'must',
      duty: 'both',
      section: audit,
      requirements: ['R4'],
    },
  ],
  sessionTypes: ['Face to face', 'Video call'],
  covers: [
    { part: 'structure', requirements: ['P8'] },
    { part: 'duties', requirements: ['P10'] },
    { part: 'period', requirements: ['P9', 'E8'] },
    { part: 'words', requirements: ['P12'] },
    { part: 'resources', requirements: ['P12'] },
    { part: 'boundaries', requirements: ['C1', 'M18', 'P8'] },
    { part: 'sessionTypes', requirements: ['M6'] },
  ],
};
