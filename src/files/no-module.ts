// In the place of Node's `module` in the extension: the reply parser asks it for a native regular-expression engine, and
// does with the browser's where there is none.
export function createRequire(): (name: string) => never {
  return (name) => {
    throw new Error(`no ${name}`);
  };
}
