// Styles are loaded for their effect.
declare module '*.css';
