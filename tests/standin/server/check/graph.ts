// Requests and answers of Graph against the OpenAPI description that was cut from Microsoft's own.
import type { ValidateFunction } from 'ajv';
import type { ApiAnswer, ApiRequest } from '../exchange.ts';
import { findFault, makeAjv, parseJson, readDescription } from './descriptions.ts';

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  schema: object;
}

type Content = { content?: { 'application/json'?: { schema: object } } };

interface Operation {
  parameters?: Parameter[];
  requestBody?: Content;
  responses: Record<string, Content>;
}

interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
}

export class GraphCheck {
  readonly #api: OpenApi;
  readonly #validators = new Map<string, ValidateFunction>();

  private constructor(api: OpenApi) {
    this.#api = api;
  }

  /** Null where the description is not beside the project. */
  static open(): GraphCheck | null {
    const api = readDescription<OpenApi>('microsoft-graph.openapi.json');
    return api && new GraphCheck(api);
  }

  /** What is wrong with a request; undefined when nothing is, or the description does not know its path. */
  request({ method, url, headers, body }: ApiRequest): string | undefined {
    const operation = this.#find(method, url);
    if (!operation) return undefined;
    const known = new Set((operation.parameters ?? []).filter((each) => each.in === 'query').map(({ name }) => name));
    const odd = [...url.searchParams.keys()].find((name) => !known.has(name));
    if (odd) return `${odd}: there is no such parameter`;
    if (/\s/.test(url.search)) return 'a blank or a plus sign was not encoded';
    if (!headers.authorization?.startsWith('Bearer ')) return 'there is no bearer token';
    const schema = operation.requestBody?.content?.['application/json']?.schema;
    if (!schema) return undefined;
    if (!headers['content-type']?.startsWith('application/json')) return 'the body is not said to be JSON';
    return findFault(this.#validator(`${method} ${this.#path(url)}`, schema), parseJson(body));
  }

  answer({ method, url }: ApiRequest, { status, body }: ApiAnswer): string | undefined {
    const operation = this.#find(method, url);
    const schema = operation?.responses[String(status)]?.content?.['application/json']?.schema;
    if (!operation || !schema) return undefined;
    return findFault(this.#validator(`${method} ${this.#path(url)} ${status}`, schema), body);
  }

  value(schema: string, value: unknown): string | undefined {
    return findFault(this.#validator(schema, { $ref: `#/components/schemas/${schema}` }), value);
  }

  /** One calendar's paths are described as those of the default one. */
  #path(url: URL): string {
    const path = url.pathname.replace('/v1.0', '').replace(/\(\)$/, '');
    return path
      .replace(/^\/me\/calendars\/[^/]+\//, '/me/')
      .replace(/^\/me\/events\/[^/]+$/, '/me/events/{event-id}')
      .replace(/^\/me\/mailFolders\/[^/]+\//, '/me/mailFolders/{mailFolder-id}/');
  }

  #find(method: string, url: URL): Operation | undefined {
    return this.#api.paths[this.#path(url)]?.[method.toLowerCase()];
  }

  #validator(name: string, schema: object): ValidateFunction {
    const known = this.#validators.get(name);
    if (known) return known;
    const validator = makeAjv().compile({ allOf: [schema], components: this.#api.components });
    this.#validators.set(name, validator);
    return validator;
  }
}
