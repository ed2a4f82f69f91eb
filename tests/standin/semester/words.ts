// What people write about in a semester of medical school.
export const questions: [subject: string, body: string][] = [
  [
    'Anatomy lab: how did you revise?',
    'Which resources did you use for the upper limb? The practical is in two weeks.',
  ],
  ['Research over the summer', 'Did you write to supervisors directly, or go through the office?'],
  ['Shadowing in emergency medicine', 'I would like to shadow for an evening. Whom should I ask?'],
  ['Housing near campus', 'My lease ends soon. Where did you live in second year?'],
  ['Study group for physiology', 'Is it worth joining one this late in the block?'],
  ['Feeling behind', 'Everybody seems to be two weeks ahead of me. Was it like that for you?'],
  ['Elective choices', 'I have to rank three electives by the end of the month and cannot decide.'],
  ['OSCE practice', 'Could we run through two stations together before the exam?'],
  ['Note-taking', 'Do you type or write by hand? I lose the thread in lectures.'],
  ['Volunteering at the clinic', 'How many hours a week did you manage during term?'],
  ['Letter of reference', 'Whom did you ask in your first year, and when?'],
  ['Anki or not', 'Half of my class swears by it. Did it work for you?'],
  ['Conference in May', 'There is a student track. Is it worth going without a poster?'],
  ['Talking to Dr. Halvorsen', 'I would like to change topics. How do I bring it up?'],
  ['Case report', 'How did you get from a patient to a case report?'],
  ['Balance', 'I have not been running since the term started. How do you keep time for yourself?'],
];

export const answers = [
  'Good question. I had the same worry in first year; here is what helped me.',
  'Happy to. Would Thursday after the seminar suit you?',
  'I will send you my notes tonight. The short version: start with the old exams.',
  'Ask Beatriz first, she knows who takes students this term.',
  'Yes, and do not wait for the perfect moment. I can introduce you.',
  'That is normal, honestly. Let us talk about it over coffee.',
];

export const thanks = [
  'Thanks so much, that solves it.',
  'Perfect, thank you.',
  'Thank you, see you on Thursday.',
  'Great, thanks a lot.',
];

export const checkIns = [
  ['Checking in', 'How is the block going? Anything I can help with before the exam?'],
  ['A coffee this month?', 'I have time on Tuesdays and Thursdays. No agenda needed.'],
  ['After the exams', 'How did it go? I hope you get some rest now.'],
  ['New block', 'Here are the three things I wish I had known before it started.'],
] as const;

/** Mail of a student's life that has nothing to do with mentoring. */
export const unrelated: [name: string, email: string, subject: string, body: string, bulk: boolean][] = [
  ['Registrar', 'registrar@umms.example.edu', 'Timetable for spring', 'The timetable has been published.', false],
  ['Registrar', 'no-reply@umms.example.edu', 'Fee statement available', 'Your statement is available.', true],
  ['The Morning Rounds', 'newsletter@rounds.example.com', 'This week in medicine', 'Five papers to read.', true],
  ['Library', 'notifications@library.example.edu', 'Your loan is due soon', 'Two items are due.', true],
  ['Ana Ruiz', 'ana.ruiz@example.net', 'Dinner on Friday?', 'I am cooking. Bring nothing.', false],
  ['Sam Whitfield', 'sam.whitfield@example.org', 'Ski weekend', 'Who is driving?', false],
  ['Mum', 'c.lavoie@example.com', 'Sunday call', 'Call when you can. The dog says hello.', false],
  ['Housing Office', 'housing@umms.example.edu', 'Heating maintenance', 'On Thursday between 9 and 11.', false],
  ['Journal Club', 'no-reply@lists.example.edu', '[journal-club] Paper for this week', 'Attached as always.', true],
  ['Class of 2027', 'class2027@lists.example.edu', '[class2027] Bake sale', 'Cakes wanted for Thursday.', false],
  ['Payments', 'no-reply@pay.example.com', 'Receipt for your order', 'Thank you for your order.', true],
  ['Nils Aalto', 'nils.aalto@example.net', 'Notes from the ward', 'As promised, here they are.', false],
];
