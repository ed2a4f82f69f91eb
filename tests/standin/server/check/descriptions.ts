// The providers' own descriptions of their APIs, where they lie beside the project.
import { existsSync, readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';

const folder = new URL('../../../../../shared/apis/', import.meta.url);

/** Null where the description is not there. */
export function readDescription<T>(name: string): T | null {
  const file = new URL(name, folder);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : null;
}

const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** Schemas of both kinds of description, with the formats that they name. */
export function makeAjv(): Ajv {
  const ajv = new Ajv({ strict: false, allErrors: false, coerceTypes: false });
  ajv.addFormat('date-time', dateTime);
  ajv.addFormat('date', /^\d{4}-\d\d-\d\d$/);
  ajv.addFormat('uri', (text: string) => URL.canParse(text));
  for (const name of ['int32', 'int64', 'uint32', 'uint64', 'double', 'byte', 'duration', 'google-datetime'])
    ajv.addFormat(name, true);
  return ajv;
}

/** What is wrong with a value, in one line; undefined when nothing is. */
export function findFault(validate: ValidateFunction, value: unknown): string | undefined {
  if (validate(value)) return undefined;
  const [first] = validate.errors ?? [];
  return `${first?.instancePath || 'the body'} ${first?.message} ${JSON.stringify(first?.params)}`;
}

/** Undefined, which no schema takes, for what is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
