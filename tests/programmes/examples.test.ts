/// <reference types="vite/types/importMeta.d.ts" />
// Runs the worked examples of every pack through the rules. A pack without examples fails.
import { describe, expect, it } from 'vitest';
import { emptyLedger, ledgerSchemas, listNames } from '../../src/domain/ledger.ts';
import { judge } from '../../src/domain/verdict/judge.ts';
import { programmes } from '../../src/programmes/index.ts';
import type { Example } from './examples/example.ts';

const files = import.meta.glob<{ examples: Example[] }>('./examples/*-*.ts', { eager: true });

function examplesOf(id: string): Example[] {
  return files[`./examples/${id}.ts`]?.examples ?? [];
}

it('has examples for every pack, and for nothing else', () => {
  const named = Object.keys(files).map((path) => path.slice('./examples/'.length, -'.ts'.length));
  expect(named.sort()).toEqual(programmes.map((pack) => pack.id).sort());
});

describe.each(programmes.map((pack) => [pack.id, pack] as const))('%s', (id, pack) => {
  it('has examples of its own', () => {
    expect(examplesOf(id).length).toBeGreaterThan(0);
    for (const { ledger } of examplesOf(id)) expect(ledger.relationships?.[0]?.programme).toBe(id);
  });

  it.each(examplesOf(id).map((example) => [example.title, example] as const))('%s', (_title, example) => {
    const ledger = { ...emptyLedger(), ...example.ledger };
    for (const name of listNames) for (const record of ledger[name]) ledgerSchemas[name].parse(record);
    const verdicts = judge(ledger, example.now);
    for (const { subject, ...expected } of example.expect) {
      expect(verdicts).toContainEqual(
        expect.objectContaining({ ...expected, ...(subject && { subject: expect.objectContaining(subject) }) }),
      );
    }
    for (const rule of example.none ?? []) expect(verdicts.filter((verdict) => verdict.rule === rule)).toEqual([]);
    for (const state of example.never ?? []) expect(verdicts.filter((each) => each.state === state)).toEqual([]);
    for (const verdict of verdicts) {
      expect(verdict.clause).toEqual(pack.rules.find((rule) => rule.rule === verdict.rule)?.clause);
    }
  });
});
