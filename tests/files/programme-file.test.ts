import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duplicateProgramme, editFigure } from '../../src/domain/programme/custom.ts';
import { readProgramme, writeProgramme } from '../../src/files/programme-file.ts';
import { programmes } from '../../src/programmes/index.ts';

const pack = editFigure(duplicateProgramme(programmes[2]!, 'mine', 'Our year'), 'reply-email', { hours: 72 });

function fileOf(programme: unknown, version: unknown = 1): string {
  return JSON.stringify({ waymark: 'programme', version, programme });
}

function problem(text: string): { code: string; detail: string } | null {
  const read = readProgramme(text);
  return read.ok ? null : read.problem;
}

describe('a programme file', () => {
  it.each([...programmes, pack].map((each) => [each.id, each] as const))('gives %s back as it was', (_id, each) => {
    expect(readProgramme(writeProgramme(each))).toEqual({ ok: true, programme: each });
  });

  it('is text that people can read and compare', () => {
    expect(writeProgramme(pack)).toMatch(/^\{\n {2}"waymark": "programme",\n {2}"version": 1,\n/);
    expect(writeProgramme(pack)).toMatch(/\}\n$/);
  });

  it('is read with a byte order mark before it', () => {
    expect(problem(`\uFEFF${writeProgramme(pack)}`)).toBeNull();
  });

  it('leaves fields behind that a programme does not have', () => {
    expect(readProgramme(fileOf({ ...pack, script: 'x' }))).toEqual({ ok: true, programme: pack });
  });
});

describe('a programme file that is refused', () => {
  it.each([
    ['nothing', '', 'not-json', ''],
    ['half a file', writeProgramme(pack).slice(0, 900), 'not-json', ''],
    ['a list', '[]', 'not-a-programme', ''],
    ['null', 'null', 'not-a-programme', ''],
    ['a backup', '{"waymark":"backup","version":1,"ledger":{}}', 'not-a-programme', ''],
    ['a bare pack', JSON.stringify(pack), 'not-a-programme', ''],
    ['no version', '{"waymark":"programme"}', 'not-a-programme', ''],
    ['a newer version', fileOf(pack, 2), 'newer-version', '2'],
    ['a newer version of another shape', '{"waymark":"programme","version":9}', 'newer-version', '9'],
    ['no programme', '{"waymark":"programme","version":1}', 'broken-field', 'programme'],
    ['a programme that is a word', fileOf('pack'), 'broken-field', 'programme'],
    ['no name', fileOf({ ...pack, name: undefined }), 'broken-field', 'name'],
    ['an empty id', fileOf({ ...pack, id: '' }), 'broken-field', 'id'],
    [
      'a period that is no day',
      fileOf({ ...pack, period: { start: 'May', mayContinue: true } }),
      'broken-field',
      'period.start',
    ],
    [
      'a link that is code',
      fileOf({ ...pack, resources: [{ name: 'x', for: 'y', link: 'javascript:alert(1)' }] }),
      'broken-field',
      'resources.0.link',
    ],
    ['endless text', fileOf({ ...pack, summary: 'x'.repeat(2001) }), 'broken-field', 'summary'],
  ])('%s', (_title, text, code, detail) => {
    expect(problem(text)).toEqual({ code, detail });
  });

  it.each([
    ['a figure in words', { figures: { hours: 'two days' } }, 'rules.0.figures.hours'],
    ['a figure below nought', { figures: { hours: -1 } }, 'rules.0.figures.hours'],
    ['a rule nobody knows', { rule: 'reply-pigeon' }, 'rules.0.rule'],
    ['a strength nobody knows', { strength: 'perhaps' }, 'rules.0.strength'],
    ['no clause', { clause: undefined }, 'rules.0.clause'],
  ])('%s', (_title, change, detail) => {
    const rules = [{ ...pack.rules[0], ...change }, ...pack.rules.slice(1)];
    expect(problem(fileOf({ ...pack, rules }))).toEqual({ code: 'broken-field', detail });
  });

  it('a rule that is there twice', () => {
    const rules = [...pack.rules, pack.rules[1]];
    expect(problem(fileOf({ ...pack, rules }))).toEqual({ code: 'broken-field', detail: 'rules.8.rule' });
  });

  it.each(['__proto__', 'constructor', 'prototype'])('a key named %s, wherever it stands', (key) => {
    const text = fileOf(pack);
    for (const place of ['"figures":{', '"structure":{', '"programme":{', '{"waymark"']) {
      const hostile = place.startsWith('{')
        ? text.replace('{', `{"${key}":{},`)
        : text.replace(place, `${place}"${key}":{},`);
      expect(hostile).not.toBe(text);
      expect(problem(hostile)).toEqual({ code: 'hostile', detail: key });
    }
  });

  it('nests without end', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    expect(problem(`{"waymark":"programme","version":1,"programme":${deep}}`)).toEqual({
      code: 'hostile',
      detail: 'nesting',
    });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.jsonValue().map((value) => fileOf(value)),
        ),
        (text) => {
          expect(readProgramme(text).ok).toBe(false);
        },
      ),
    );
  });
});
