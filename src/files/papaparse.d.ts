// The part of Papa Parse that is used here; the package ships no types.
declare module 'papaparse' {
  interface Options {
    delimiter?: string;
    newline?: string;
    quoteChar?: string;
  }
  interface Result {
    data: string[][];
    errors: { type: string; code: string; row?: number }[];
  }
  const papa: { parse(text: string, options: Options): Result };
  export default papa;
}
