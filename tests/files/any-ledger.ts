// Any ledger that the schemas allow, made from the schemas themselves, so that a new list or field is tried unasked.
import fc, { type Arbitrary } from 'fast-check';
import { type Ledger, ledgerSchemas, listNames } from '../../src/domain/ledger.ts';

interface Definition {
  type: string;
  shape?: Record<string, Schema>;
  element?: Schema;
  innerType?: Schema;
  options?: Schema[];
  entries?: Record<string, string>;
  values?: unknown[];
  valueType?: Schema;
}
interface Schema {
  _zod: { def: Definition };
  safeParse(value: unknown): { success: boolean; data?: unknown };
}

const known = [
  'a@x.edu',
  'America/Toronto',
  'settings',
  '09-30',
  '08:00',
  'https://x.edu',
  'A word from {name}',
  '__proto__',
  '\uD800',
  '2026-01-05',
  '2026-01-05T20:04:00Z',
  '2026-01-05T20:04:00.123456789Z',
];

/** Those of the known texts that fit, and where anything fits, anything. */
function string(schema: Schema): Arbitrary<unknown> {
  const fits = (text: string) => schema.safeParse(text).data === text;
  const fitting = fc.constantFrom(...known.filter(fits));
  return fits('\uD800') ? fc.oneof(fitting, fc.string({ unit: 'binary', minLength: 1, maxLength: 20 })) : fitting;
}

/** What is optional twice over is the same as once. */
function required(schema: Schema): Schema {
  return schema._zod.def.type === 'optional' ? required(schema._zod.def.innerType!) : schema;
}

function object(shape: Record<string, Schema>): Arbitrary<unknown> {
  const isOptional = (key: string) => shape[key]!._zod.def.type === 'optional';
  const keys = Object.keys(shape);
  const model = Object.fromEntries(keys.map((key) => [key, any(required(shape[key]!))]));
  return fc.record(model, { requiredKeys: keys.filter((key) => !isOptional(key)), noNullPrototype: true });
}

function any(schema: Schema): Arbitrary<unknown> {
  const { def } = schema._zod;
  switch (def.type) {
    case 'string':
      return string(schema);
    case 'number':
      return fc.constantFrom(...[0, 1, 2.5, 7, 12, 24, 45].filter((number) => schema.safeParse(number).success));
    case 'boolean':
      return fc.boolean();
    case 'array':
      return fc.array(any(def.element!), { maxLength: 3 });
    case 'union':
      return fc.oneof(...def.options!.map(any));
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries!));
    case 'literal':
      return fc.constantFrom(...def.values!);
    case 'object':
      return object(def.shape!);
    case 'record':
      return fc.dictionary(fc.constantFrom('sender', 'time', 'a b'), any(def.valueType!), { noNullPrototype: true });
    default:
      throw new Error(`no values for ${def.type}`);
  }
}

export function anyLedger(): Arbitrary<Ledger> {
  const lists = listNames.map((name) => [
    name,
    fc.array(any(ledgerSchemas[name] as unknown as Schema), { maxLength: 4 }),
  ]);
  return fc.record(Object.fromEntries(lists) as Record<string, Arbitrary<unknown>>, {
    noNullPrototype: true,
  }) as unknown as Arbitrary<Ledger>;
}
