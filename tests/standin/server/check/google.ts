// Requests and answers of Google's APIs against their Discovery documents.
import type { ValidateFunction } from 'ajv';
import type { ApiAnswer, ApiRequest } from '../exchange.ts';
import { findFault, makeAjv, parseJson, readDescription } from './descriptions.ts';

interface Parameter {
  type: string;
  required?: boolean;
  location: 'path' | 'query';
  enum?: string[];
  minimum?: string;
  format?: string;
  repeated?: boolean;
}

interface Method {
  path: string;
  httpMethod: string;
  parameters?: Record<string, Parameter>;
  request?: { $ref: string };
  response?: { $ref: string };
}

interface Resource {
  methods?: Record<string, Method>;
  resources?: Record<string, Resource>;
}

interface Discovery extends Resource {
  servicePath: string;
  schemas: Record<string, object>;
  parameters: Record<string, Parameter>;
}

const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

function listMethods({ methods = {}, resources = {} }: Resource): Method[] {
  return [...Object.values(methods), ...Object.values(resources).flatMap(listMethods)];
}

export class GoogleCheck {
  readonly #discovery: Discovery;
  readonly #methods: Method[];
  readonly #validators = new Map<string, ValidateFunction>();
  readonly #definitions: Record<string, unknown>;

  private constructor(discovery: Discovery) {
    this.#discovery = discovery;
    this.#methods = listMethods(discovery);
    this.#definitions = Object.fromEntries(
      Object.entries(discovery.schemas).map(([name, schema]) => [name, toJsonSchema(schema)]),
    );
  }

  /** Null where the description is not beside the project. */
  static open(name = 'calendar.v3.json'): GoogleCheck | null {
    const discovery = readDescription<Discovery>(name);
    return discovery && new GoogleCheck(discovery);
  }

  /** What is wrong with a request; undefined when nothing is. */
  request({ method, url, body }: ApiRequest): string | undefined {
    const found = this.#find(method, url);
    if (!found) return `no method is ${method} ${url.pathname}`;
    const known = { ...this.#discovery.parameters, ...found.parameters };
    for (const [name, value] of url.searchParams) {
      const wrong = checkParameter(known[name], value);
      if (wrong) return `${name}: ${wrong}`;
      if (!known[name]!.repeated && url.searchParams.getAll(name).length > 1) return `${name}: there are two of it`;
    }
    if (!found.request) return undefined;
    return findFault(this.#validator(found.request.$ref), parseJson(body));
  }

  /** What is wrong with the whole answer to a request, before fields are picked from it. */
  answer({ method, url }: ApiRequest, { status, body }: ApiAnswer): string | undefined {
    const found = this.#find(method, url);
    if (status !== 200 || !found?.response) return undefined;
    return findFault(this.#validator(found.response.$ref), body);
  }

  /** Checks one value against a schema of the description, by name. */
  value(schema: string, value: unknown): string | undefined {
    return findFault(this.#validator(schema), value);
  }

  #find(method: string, url: URL): Method | undefined {
    const path = url.pathname.replace(`/${this.#discovery.servicePath}`, '').replace(/^\//, '');
    const matches = (one: Method) => new RegExp(`^${one.path.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(path);
    return this.#methods.find((one) => one.httpMethod === method && matches(one));
  }

  #validator(name: string): ValidateFunction {
    const known = this.#validators.get(name);
    if (known) return known;
    const validator = makeAjv().compile({ $ref: `#/definitions/${name}`, definitions: this.#definitions });
    this.#validators.set(name, validator);
    return validator;
  }
}

function checkParameter(parameter: Parameter | undefined, value: string): string | undefined {
  if (!parameter) return 'there is no such parameter';
  if (parameter.enum && !parameter.enum.includes(value)) return `${value} is none of ${parameter.enum}`;
  if (parameter.type === 'boolean' && !/^(true|false)$/.test(value)) return `${value} is not a boolean`;
  if (parameter.type === 'integer' && !(Number(value) >= Number(parameter.minimum ?? 0)))
    return `${value} is too small`;
  if (parameter.format === 'date-time' && !dateTime.test(value)) return `${value} has no offset`;
  return undefined;
}

/** Discovery's schemas name others bare, write "any", and mean that there are no further fields. */
function toJsonSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(toJsonSchema);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { $ref, type, properties, default: _default, description: _words, ...rest } = schema as Record<string, unknown>;
  if (typeof $ref === 'string') return { $ref: `#/definitions/${$ref}` };
  const children = Object.fromEntries(Object.entries(rest).flatMap(([name, value]) => pickKeyword(name, value)));
  return {
    ...children,
    ...(type === undefined || type === 'any' ? {} : { type }),
    ...(properties
      ? { properties: mapValues(properties as Record<string, unknown>), additionalProperties: false }
      : {}),
  };
}

const mapValues = (record: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, toJsonSchema(value)]));

function pickKeyword(name: string, value: unknown): [string, unknown][] {
  if (name === 'items' || name === 'additionalProperties') return [[name, toJsonSchema(value)]];
  return ['enum', 'format', 'pattern'].includes(name) ? [[name, value]] : [];
}
