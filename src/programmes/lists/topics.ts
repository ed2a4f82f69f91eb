// What mentors and mentees talk about: 24 topics in five groups, from the Temerty guide (PROGRAMMES M12). Every pack
// offers them as a start; people add their own.
import type { Programme } from '../../domain/programme/programme.ts';

export const builtInTopics: Programme['topics'] = [
  {
    group: 'Academics',
    items: ['Learning progress', 'Learning strategies', 'Exams', 'Time management', 'Note-taking'],
  },
  {
    group: 'Career exploration',
    items: ['Starting different phases of training', 'Problems and challenges', 'Research opportunities', 'Networking'],
  },
  {
    group: 'Organization',
    items: ['Orientation of campus', 'Semester schedule and course components', 'Practical courses'],
  },
  {
    group: 'Psychosocial',
    items: [
      'Exam stress',
      'Fear of failure',
      'Motivation',
      'Getting along with faculty and teachers',
      'Loneliness in training',
    ],
  },
  {
    group: 'Social and other',
    items: [
      'Health and wellbeing',
      'Finances',
      'Personal challenges',
      'Personality icebreakers',
      'Housing and accommodation',
      'Travel or neighbourhood exploration',
      'Hobbies and free time',
    ],
  },
];
