import { describe, expect, it } from 'vitest';
import { parseRoster } from '../../src/files/roster.ts';

/** `name|email|problem` of each row. */
function brief(text: string, known?: string[]): string[] {
  return parseRoster(text, known).rows.map((row) => [row.name, row.email, row.problem].filter(Boolean).join('|'));
}

const okafor = 'Amina Okafor|a@x.edu';
const li = 'Jun Li|j@x.edu';

describe('pasted addresses', () => {
  it.each([
    ['one to a line', 'Amina Okafor <a@x.edu>\nJun Li <j@x.edu>', [okafor, li]],
    ['parted by commas', 'Amina Okafor <a@x.edu>, Jun Li <j@x.edu>', [okafor, li]],
    ['parted by semicolons', 'Amina Okafor <a@x.edu>; Jun Li <j@x.edu>;', [okafor, li]],
    ['parted by spaces', 'Amina Okafor <a@x.edu> Jun Li <j@x.edu>', [okafor, li]],
    ['parted by tabs', 'Amina Okafor <a@x.edu>\tJun Li <j@x.edu>', [okafor, li]],
    ['as Outlook copies them', 'Okafor, Amina <a@x.edu>; Li, Jun <j@x.edu>', [okafor, li]],
    ['surname first in quotes', '"Okafor, Amina" <a@x.edu>, "Li, Jun" <j@x.edu>', [okafor, li]],
    ['surname first without quotes, parted by commas', 'Okafor, Amina <a@x.edu>, Li, Jun <j@x.edu>', [okafor, li]],
    ['in single quotes', "'Amina Okafor' <a@x.edu>; 'j.li@x.edu' <j.li@x.edu>", [okafor, 'J Li|j.li@x.edu']],
    ['addresses alone', 'a.okafor@x.edu, jun.li@x.edu', ['A Okafor|a.okafor@x.edu', 'Jun Li|jun.li@x.edu']],
    ['addresses in quotes', '"a@x.edu"; "jun.li@x.edu"', ['A|a@x.edu', 'Jun Li|jun.li@x.edu']],
    ['addresses with spaces between', 'a@x.edu  b@x.edu', ['A|a@x.edu', 'B|b@x.edu']],
    ['the name after the address', 'a@x.edu (Amina Okafor)\nj@x.edu Jun Li', [okafor, li]],
    ['a name before each bare address', 'Amina Okafor a@x.edu; Jun Li j@x.edu', [okafor, li]],
    ['a list with numbers and dashes', '1. Amina Okafor <a@x.edu>\n - j@x.edu (Jun Li)', [okafor, li]],
    ['the address twice', 'a@x.edu <a@x.edu>', ['A|a@x.edu']],
    ['with mailto', 'mailto:a@x.edu\nJun Li <mailto:j@x.edu>', ['A|a@x.edu', li]],
    ['at the end of a sentence', 'a@x.edu, and j@x.edu.', ['A|a@x.edu', 'and|j@x.edu']],
    ['with degrees', '"Amina Okafor, PhD" <a@x.edu>', ['Amina Okafor, PhD|a@x.edu']],
    ['nothing at all', ' \n\n', []],
  ])('%s', (_title, text, rows) => {
    expect(brief(text)).toEqual(rows);
  });

  it('reads the usual mixture, and old and new line ends', () => {
    const text = '\uFEFFAmina Okafor <A@x.edu>, b@y.edu;\r\n"Li, Jun" <j@x.edu>\rZoë Brontë <z@x.edu>';
    expect(brief(text)).toEqual([okafor, 'B|b@y.edu', li, 'Zoë Brontë|z@x.edu']);
    expect(parseRoster(text).rows.map((row) => row.line)).toEqual([1, 1, 2, 3]);
  });

  it('adds a cohort of 14 by one paste', () => {
    const names = Array.from({ length: 14 }, (_, at) => `Student ${'abcdefghijklmn'[at]} <s${at}@med.edu>`);
    const { rows } = parseRoster(names.join(', '));
    expect(rows).toHaveLength(14);
    expect(rows.filter((row) => row.problem)).toEqual([]);
    expect(rows[13]).toEqual({ line: 1, name: 'Student n', email: 's13@med.edu' });
  });

  it('names what has no address, and keeps the good ones around it', () => {
    expect(brief('Amina Okafor <a@x.edu>; Bob; Jun Li <j@x.edu>; Cleo')).toEqual([
      okafor,
      'Bob|no-address',
      li,
      'Cleo|no-address',
    ]);
    expect(brief('a@x.edu\nBob')).toEqual(['A|a@x.edu', 'Bob|no-address']);
  });

  it.each(['amina@', 'amina@school', '@x.edu', 'a@@x.edu', 'a@x..edu', 'a@b@x.edu', `${'a'.repeat(250)}@x.edu`])(
    'calls %s a bad address',
    (address) => {
      expect(parseRoster(`Amina <${address}>`).rows[0]).toMatchObject({ name: 'Amina', problem: 'bad-address' });
    },
  );

  it('calls a name in angle brackets a bad address', () => {
    expect(brief('Amina <amina>')).toEqual(['Amina|amina|bad-address']);
  });

  it('says of a second mention where the first one is', () => {
    expect(parseRoster('a@x.edu\nb@x.edu\nAmina <A@X.EDU>').rows[2]).toEqual({
      line: 3,
      name: 'Amina',
      email: 'a@x.edu',
      problem: 'duplicate',
      duplicateOf: 1,
    });
  });

  it('says who is there already', () => {
    expect(brief('a@x.edu, b@x.edu', ['B@x.edu'])).toEqual(['A|a@x.edu', 'B|b@x.edu|already-known']);
  });

  it('takes marks out of names that make them read as another', () => {
    expect(brief('Am\u202Eina\u200B Ok\u0000afor <a@x.edu>')).toEqual(['Amina Ok afor|a@x.edu']);
    expect(brief('می\u200Cخواهم <a@x.edu>')).toEqual(['می\u200Cخواهم|a@x.edu']);
  });

  it.each([
    ['amina.okafor@x.edu', 'Amina Okafor'],
    ['amina_okafor+mentor@x.edu', 'Amina Okafor'],
    ['a-okafor2@x.edu', 'A Okafor'],
    ['1234@x.edu', '1234@x.edu'],
  ])('makes a name from %s', (address, name) => {
    expect(parseRoster(address).rows[0]?.name).toBe(name);
  });
});

describe('a table', () => {
  it.each([
    ['English', 'Name,Email\nAmina Okafor,a@x.edu'],
    ['in two names', 'First Name,Last Name,E-mail Address\nAmina,Okafor,a@x.edu'],
    ['in another order', 'E-mail,Surname,Given name\na@x.edu,Okafor,Amina'],
    ['French', 'Nom;Prénom;Courriel\nOkafor;Amina;a@x.edu'],
    ['French, in full', 'Nom et prénom;Adresse électronique\nAmina Okafor;a@x.edu'],
    ['German', 'Vorname;Name;E-Mail-Adresse\nAmina;Okafor;a@x.edu'],
    ['German, in two names', 'Nachname;Vorname;Mailadresse\nOkafor;Amina;a@x.edu'],
    ['Spanish', 'Nombre;Apellidos;Correo electrónico\nAmina;Okafor;a@x.edu'],
    ['tabs', 'Name\tMail\nAmina Okafor\ta@x.edu'],
    ['surname first', 'Student,Email\n"Okafor, Amina",a@x.edu'],
    ['with a byte order mark and a sep line', '\uFEFFsep=;\r\nName;E-Mail\r\nAmina Okafor;a@x.edu\r\n'],
    ['with empty lines', '\n\nName,Email\n\nAmina Okafor,a@x.edu\n\n'],
    ['an address book of Google', 'First Name,Last Name,E-mail 1 - Label,E-mail 1 - Value\nAmina,Okafor,*,a@x.edu'],
    ['two e-mail columns, of which one is filled', 'Name,Home email,Work email\nAmina Okafor,,a@x.edu'],
    ['an address column that nobody named', 'Name,Kontakt\nAmina Okafor,a@x.edu'],
    ['an address with its name', 'Name,Email\nAmina Okafor,"Okafor, Amina <a@x.edu>"'],
    ['quotes within quotes', 'Name,Email\n"""Amina"" Okafor","a@x.edu"'],
    ['no header', 'Amina Okafor,a@x.edu'],
    ['no header, in two names', 'Amina;Okafor;a@x.edu;2nd year'],
    ['no header, the address first', 'a@x.edu\tAmina Okafor\tMedicine'],
  ])('%s', (_title, text) => {
    const name = text.includes('""') ? 'Amina" Okafor' : 'Amina Okafor';
    expect(brief(text)).toEqual([`${name}|a@x.edu`]);
  });

  it.each(['Phone', 'Mobile', 'Téléphone', 'Telefon', 'Handy', 'Teléfono', 'Phone 1 - Value'])(
    'reads a phone number under %s',
    (header) => {
      const text = `Name;Email;${header};Year\nAmina;a@x.edu;+1 416 555 0101;2nd`;
      expect(parseRoster(text).rows[0]).toMatchObject({ phone: '+1 416 555 0101', year: '2nd' });
    },
  );

  it('knows a phone number by its look where there is no header', () => {
    expect(parseRoster('Amina Okafor,a@x.edu,(416) 555-0101').rows[0]?.phone).toBe('(416) 555-0101');
  });

  it('names each broken row by its line, and keeps the others', () => {
    const text = [
      'Name,Email',
      'Amina Okafor,a@x.edu',
      'Bob,',
      '',
      'Cleo,cleo at x.edu',
      '"Li,\nJun",j@x.edu',
      'Amina again,A@x.edu',
      'Dee,"d@x.edu; dee@y.edu"',
      'Eve',
    ].join('\n');
    expect(parseRoster(text).rows.map(({ line, name, problem }) => [line, name, problem])).toEqual([
      [2, 'Amina Okafor', undefined],
      [3, 'Bob', 'no-address'],
      [5, 'Cleo', 'bad-address'],
      [6, 'Jun Li', undefined],
      [8, 'Amina again', 'duplicate'],
      [9, 'Dee', 'too-many'],
      [10, 'Eve', 'no-address'],
    ]);
    expect(parseRoster(text).rows[5]?.email).toBe('d@x.edu');
  });

  it('does not let a quote that is never closed swallow the rows after it', () => {
    expect(brief('Name,Email\n"Amina Okafor,a@x.edu\nJun Li,j@x.edu')).toEqual([okafor, li]);
  });

  it('leaves out a header over a single column', () => {
    expect(brief('Email\na@x.edu\n"b@x.edu"\nJun Li <j@x.edu>')).toEqual(['A|a@x.edu', 'B|b@x.edu', li]);
  });
});

describe('a great deal of text', () => {
  const many = Array.from({ length: 10_000 }, (_, at) => at);

  it.each([
    ['a table of 10 000 rows', `Name,Email\n${many.map((at) => `Student x,s${at}@x.edu`).join('\n')}`, 10_000],
    ['10 000 addresses on one line', many.map((at) => `s${at}@x.edu`).join('; '), 10_000],
    ['10 000 names without an address', many.map(() => 'Somebody').join('; '), 10_000],
    ['one endless word', 'a'.repeat(2_000_000), 1],
    ['one endless address', `${'a'.repeat(1_000_000)}@x.edu`, 1],
    ['one endless header', 'email,'.repeat(200_000), 0],
    ['nothing but quotes', '"'.repeat(1_000_001), 1],
    ['nothing but escaped quotes', '\\"'.repeat(300_001), 1],
    ['nothing but opened brackets', '<'.repeat(1_000_000), 1],
    ['nothing but commas before an address', `a${','.repeat(1_000_000)}b <x@y.edu>`, 1],
    ['nothing but dots after an address', `a@x.edu${'.'.repeat(1_000_000)}`, 1],
    ['nothing but spaces', `a${' '.repeat(1_000_000)}b@x.edu`, 1],
  ])('%s does not hang', (_title, text, count) => {
    expect(parseRoster(text).rows.length).toBe(count);
  });
});
