// Who takes part. Every name is made up, and every address is of a domain kept for examples.
import type { Account, AccountId, Member } from './types.ts';

const students = 'students.umms.example.edu';

function member(id: string, name: string, email: string, account: AccountId = 'gmail', ...more: string[]): Member {
  return { id: `p-${id}`, name, emails: [email, ...more], account };
}

export const me: Member = member('me', 'Robin Lavoie', 'robin.lavoie@example.com', 'gmail', `robin.lavoie@${students}`);

export const accounts: Account[] = [
  { id: 'gmail', host: 'gmail', index: 0, address: { name: me.name, email: me.emails[0]! } },
  { id: 'outlook', host: 'outlook', index: 0, address: { name: me.name, email: me.emails[1]! } },
  { id: 'club', host: 'gmail', index: 1, address: { name: 'Climbing club', email: 'climbing.club@example.org' } },
];

export const amina = member('amina', 'Amina Okafor', `amina.okafor@${students}`);
export const jun = member('jun', 'Jun Li', `jun.li@${students}`);
export const sofia = member('sofia', 'Sofia Berg', `sofia.berg@${students}`);
export const marek = member('marek', 'Marek Kowal', `marek.kowal@${students}`);
export const rana = member('rana', 'Rana Tahir', `rana.tahir@${students}`);
export const ting = member('ting', '李婷', `ting.li@${students}`);
export const yousef = member('yousef', 'يوسف الحدّاد', `yousef.alhaddad@${students}`);
export const lukasz = member('lukasz', 'Łukasz Żółkiewski', `lukasz.zolkiewski@${students}`);
export const grace = member('grace', 'Grace Adeyemi', `grace.adeyemi@${students}`);
export const tomas = member('tomas', 'Tomás Silva', `tomas.silva@${students}`);
export const priya = member('priya', 'Priya Nair', `priya.nair@${students}`, 'gmail', 'priya.n@example.net');
export const noah = member('noah', 'Noah Tremblay-Bouchard de la Rivière', `noah.tremblay@${students}`);
export const elif = member('elif', 'Elif Demir', `elif.demir@${students}`, 'outlook');
export const hana = member('hana', 'Hana Nováková', `hana.novakova@${students}`, 'outlook');

/** The cohort of S2. */
export const cohort = [amina, jun, sofia, marek, rana, ting, yousef, lukasz, grace, tomas, priya, noah, elif, hana];

export const coMentor = member('daniel', 'Daniel Osei', `daniel.osei@${students}`);
export const faculty = member('ingrid', 'Dr. Ingrid Halvorsen', 'i.halvorsen@umms.example.edu');
export const coordinator = member('beatriz', 'Beatriz Campos', 'beatriz.campos@umms.example.edu');
/** S4's mentee. */
export const victor = member('victor', 'Victor Lindqvist', 'victor.lindqvist@example.org');
/** The other half of S3's reciprocal pair. */
export const mei = member('mei', 'Mei Tanaka', 'mei.tanaka@example.net');
/** On the roster's domain, introduced by the coordinator, not yet on the roster. */
export const stranger = member('leila', 'Leila Farouk', `leila.farouk@${students}`);
