// Writes plain elements (components without state) as HTML text, so that what a page shows can stand in a file.
import type { ComponentChildren, VNode } from 'preact';
import { Fragment } from 'preact';

const VOID = new Set(['br', 'hr', 'img', 'meta', 'input', 'link', 'wbr']);
const NAME = /^[a-z][a-zA-Z0-9-]*$/;

/** Only attributes that are text, numbers or true are written; what would run code has no place in a file. */
export function writeHtml(node: ComponentChildren): string {
  if (node === null || node === undefined || typeof node === 'boolean') return '';
  if (Array.isArray(node)) return node.map(writeHtml).join('');
  if (typeof node !== 'object') return escapeHtml(String(node));
  const { type, props } = node as VNode<Record<string, unknown>>;
  const children = props.children as ComponentChildren;
  if (type === Fragment) return writeHtml(children);
  if (typeof type === 'function') return writeHtml((type as (props: object) => ComponentChildren)(props));
  const start = `<${type}${Object.entries(props).map(writeAttribute).join('')}>`;
  return VOID.has(type as string) ? start : `${start}${writeHtml(children)}</${type}>`;
}

function writeAttribute([name, value]: [string, unknown]): string {
  if (name === 'children' || name === 'key' || /^on/i.test(name) || !NAME.test(name)) return '';
  if (value === true) return ` ${name}`;
  return typeof value === 'string' || typeof value === 'number' ? ` ${name}="${escapeHtml(String(value))}"` : '';
}

export function escapeHtml(text: string): string {
  return text
    .toWellFormed()
    .replace(/\p{Cc}/gu, (one) => (one === '\n' || one === '\t' ? one : ''))
    .replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`);
}

interface Page {
  title: string;
  /** Trusted text of our own. */
  css: string;
  body: ComponentChildren;
}

/** A whole document that loads nothing from anywhere. */
export function writeDocument({ title, css, body }: Page): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
${css}</style>
</head>
<body>
${writeHtml(body)}
</body>
</html>
`;
}
