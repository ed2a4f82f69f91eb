// Files of our own as text, to be carried within another file.
declare module '*?raw' {
  const text: string;
  export default text;
}
