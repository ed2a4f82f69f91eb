// S3: a workshop with one short session in which each is mentor and mentee in turn. It sets no deadline and no minimum.
import type { Programme } from '../domain/programme/programme.ts';
import { cite } from './lists/cite.ts';
import { builtInTopics } from './lists/topics.ts';

const document = {
  title: 'Peer Mentoring for Career Success: workshop with a speed peer-mentoring session',
  publisher: 'Workshop hand-out',
};
const clause = cite(document.title);
const speed = 'Speed peer-mentoring session';
const workshop = 'Peer mentoring';

export const speedPeerMentoring: Programme = {
  id: 'speed-peer-mentoring',
  name: 'Speed Peer Mentoring',
  short: 'Speed peers',
  document,
  summary: 'Two people who hardly know each other share a short time, each as mentor and as mentee.',
  structure: {
    forms: ['pair', 'group', 'reciprocal', 'speed-session'],
    coMentors: false,
    faculty: false,
    coordinator: false,
    reciprocal: true,
    notes: [
      'Each person is both mentor and mentee, and feedback goes both ways.',
      'Groups with or without a facilitator, by seniority, research area, geography or gender; or two people.',
      'Peers stand outside reporting lines; nobody appraises anybody.',
    ],
  },
  roles: [
    { role: 'mentor', name: 'Peer, listening', does: 'Listens, asks, gives feedback and shares what helped.' },
    { role: 'mentee', name: 'Peer, speaking', does: 'Brings goals, questions and priorities.' },
    { role: 'facilitator', name: 'Facilitator', does: 'Keeps time for a group, where there is one.' },
  ],
  duties: { firstWord: 'both', scheduling: 'both', agenda: 'both', keepingInTouch: 'both' },
  rules: [
    {
      rule: 'goals-set',
      strength: 'expected',
      duty: 'both',
      figures: { months: 6 },
      clause: clause(
        speed,
        'Each looks at the next 6 months, writes down goals and questions, and puts them in order.',
      ),
      requirements: ['G3'],
      fields: ['goals for the next 6 months', 'questions', 'priorities'],
    },
    {
      rule: 'agenda-ready',
      strength: 'expected',
      duty: 'both',
      figures: {},
      clause: clause(speed, 'Each takes 3 to 5 minutes alone to prepare questions, and the talk has a plan.'),
      requirements: ['G6', 'M15'],
      fields: ['questions', 'plan for the conversation'],
    },
  ],
  period: { mayContinue: false },
  events: [
    {
      id: 'speed-session',
      name: 'Speed session',
      kind: 'session',
      mandatory: false,
      clause: clause(
        speed,
        'Two people share the time in equal parts, in both roles, and wrap up with four questions.',
      ),
      requirements: ['M15'],
    },
  ],
  contacts: [],
  resources: [],
  topics: builtInTopics,
  questions: [
    'Are my goals realistic?',
    'What is my next step?',
    'How do I raise a problem with my senior mentor?',
    'How do I approach a struggling learner?',
    'How could I carry out my improvement idea?',
  ],
  reflections: [
    'How was it to be both mentor and mentee?',
    'How does it differ from other mentoring?',
    'How will you use it next?',
    'What stands in the way, and what helps?',
  ],
  boundaries: [
    'Watch for the professional and the personal getting entangled.',
    'Be aware of competition among peers.',
  ],
  purposes: [],
  functions: [
    'Career: teaching, visibility, coaching, guidance, information, support',
    'Psychosocial: competence, role-modelling, self-reflection, emotional support, personal feedback, socialisation into the profession',
  ],
  words: ['speed mentoring', 'speed peer mentoring', 'Peer Mentoring for Career Success'],
  practices: [
    {
      says: 'Find someone you do not know well, prepare alone for 3 to 5 minutes, then share the time in both roles.',
      strength: 'expected',
      duty: 'both',
      section: speed,
      requirements: ['M15'],
    },
    {
      says: 'Give mentoring a purpose: it is more than a chat over coffee.',
      strength: 'expected',
      duty: 'both',
      section: workshop,
      requirements: ['M18'],
    },
    {
      says: 'Ask whether goals are realistic, and help to see where to grow.',
      strength: 'expected',
      duty: 'both',
      section: speed,
      requirements: ['G7'],
    },
    {
      says: 'Hold each other to what was planned.',
      strength: 'expected',
      duty: 'both',
      section: workshop,
      requirements: ['G10'],
    },
  ],
  sessionTypes: ['Speed session', 'Facilitated group', 'Group without a facilitator', 'Dyad'],
  stages: ['Early career', 'Mid career', 'Late career'],
  covers: [
    { part: 'structure', requirements: ['P5', 'P6', 'P8'] },
    { part: 'questions', requirements: ['G6', 'G7'] },
    { part: 'reflections', requirements: ['E7'] },
    { part: 'boundaries', requirements: ['C6'] },
    { part: 'stages', requirements: ['P17'] },
  ],
};
