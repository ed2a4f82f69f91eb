// Titles as words that can be compared: without case, marks and punctuation, in any script. The lists are small on
// purpose: a title that has other words than these and a first name names no meeting with them for sure.

/** Letters that have no mark to take off. */
const plain: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' };
const isAscii = /^[\x20-\x7e]*$/;

/** "Kaffee m. Łukasz" → `kaffee m lukasz`. An apostrophe joins, so that "Amina's" is not Amina. */
export function simplify(text: string): string {
  const lower = text.toLowerCase();
  const bare = isAscii.test(lower) ? lower : strip(lower);
  return bare.replace(/['’ʼ`´]/g, '');
}

const beyondLatin = /[^\x20-\u017f]/;
const accented = /[\u00a0-\u017f]/g;

function strip(text: string): string {
  if (!beyondLatin.test(text)) return text.replace(accented, (letter) => latin[letter.charCodeAt(0)] ?? letter);
  return stripAny(text);
}

function stripAny(text: string): string {
  const bare = text.normalize('NFKD').replace(/[\p{M}\p{Cf}ـ]/gu, '');
  return bare.replace(/[łøđðþßæœı]/g, (letter) => plain[letter] ?? letter).normalize('NFC');
}

/** What `stripAny` makes of each letter of the Latin alphabets, by its code: titles are many and most are of those. */
const latin = Array.from({ length: 0x180 }, (_, code) => stripAny(String.fromCharCode(code)));

export function readWords(simple: string): string[] {
  const words = isAscii.test(simple) ? simple.split(/[^a-z0-9]+/) : simple.split(/[^\p{L}\p{N}]+/u);
  return words.filter(Boolean);
}

const list = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).map(simplify).filter(Boolean));

/** Words that say two people meet. */
export const meetingWords = list(`
  meeting meet meetup mentoring mentor mentee mentorship mentors mentees coffee tea lunch breakfast dinner chat call
  catchup catch up checkin check in sync session zoom teams video online visit walk 1on1 one on
  treffen gespräch besprechung kaffee mittagessen réunion rencontre entretien café déjeuner reunión encuentro
  incontro riunione caffè overleg koffie möte kaffe fika spotkanie rozmowa kawa schůzka káva görüşme toplantı kahve
  встреча кофе لقاء اجتماع قهوة 会议 见面 咖啡 会面 面谈 聊天 ミーティング 面談 미팅 커피
`);

/** Words that lead to the one who is met. */
export const leadingWords = list('with w mit avec con com met med z ze s se ile с مع 与 和 跟');

/** Words and signs of no weight beside a name. */
export const lightWords = list(`
  and und et y e i og och en x vs for re our the a an at on w o monthly weekly biweekly first second third next intro
  introduction regular short quick semester term
`);

/** Words that say it is something else that a mentee's name stands in. */
export const otherWords = list(`
  birthday bday wedding party graduation convocation farewell funeral anniversary vacation holiday leave absent away ooo
  flight travel train deadline due submit submission reminder remind gift card email mail reply letter reference
  recommendation thesis defence defense viva seminar lecture talk presentation presents presenting speaks speaker rounds
  exam grades grading marking review panel committee interview concert recital match show shift rotation period cover
  geburtstag hochzeit urlaub frist vortrag verteidigung anniversaire mariage congé soutenance cumpleaños boda vacaciones
  compleanno verjaardag födelsedag urodziny imieniny ślub urlop obrona narozeniny dovolená obhajoba doğum düğün izin
  عيد ميلاد زفاف إجازة 生日 婚礼 答辩 讲座 休假 誕生日 생일
`);

/** Given names that are common words as well: alone they name nobody. */
export const wordNames = list(`
  grace will mark june jun jan april may august summer autumn winter spring dawn rose lily daisy iris violet ivy hope faith joy
  charity patience prudence felicity melody harmony chase grant bill rob drew jack frank ernest art max rich pat sue
  carol gene dean earl duke king prince major sky star sunny sandy rusty ruby jade amber pearl crystal olive ginger
  basil sage angel christian page case miles reed hunter mason cooper porter carter taylor baker fisher page penny
  guy guido jean norma nova storm brook brooke cliff heath forest dale glen ray don vi eve noel holly robin kit
  mercy honor honour constance victor viola bliss true reading season day night sun moon wolf bear so
`);
