// The look of our parts in a host page: the host's font, the colours of the states, nothing that moves or throws a shadow.
// What a host looks like is `!important`: of two such rules the one inside a shadow root wins over the page's. A chip's
// negative margins keep its box below any line height, so that it never makes a row taller. `plaintext` lets our words keep
// their own direction inside a page of another one.
const css = `
:host { all: initial !important; font: inherit !important }
:host([data-wm=row]) {
  display: inline-block !important; vertical-align: middle !important; height: 18px !important;
  margin-block: -4px !important; margin-inline-end: 8px !important; align-self: center !important;
}
:host([data-wm=thread]) { display: block !important; margin-block-end: 8px !important }
:host([data-wm=page]) {
  position: fixed !important; inset-block-end: 16px !important; inset-inline: 16px !important; width: fit-content !important;
  margin-inline: auto !important; z-index: 1000 !important;
}
:host([data-wm=row]) .w { display: flex }
:host(:not([data-wm=row])) .w { display: block; font-size: 13px }
[hidden] { display: none !important }
.w {
  color-scheme: light; --soft: light-dark(#586174, #aab1c0); --line: light-dark(#e2e5ea, #31363f);
  --ground: light-dark(#fff, #1b1e24); color: light-dark(#1b2130, #e8eaf0); font-variant-numeric: tabular-nums;
}
.dark { color-scheme: dark }
.late { --tone: light-dark(#a8231b, #ffb4ab); --on: light-dark(#fce8e6, #4a1d1a) }
.soon { --tone: light-dark(#7a4a00, #ffd08a); --on: light-dark(#fdf0d5, #43310f) }
.far { --tone: var(--soft); --on: transparent }
.met { --tone: light-dark(#17643a, #8fdcab); --on: light-dark(#e3f3e8, #173523) }
.waiting { --tone: light-dark(#394a9a, #b9c3ff); --on: light-dark(#e9ecfa, #252c52) }
.unknown { --tone: light-dark(#555c6a, #b6bcc8); --on: light-dark(#eceef1, #2e333b) }
.chip {
  display: inline-flex; align-items: center; gap: 4px; box-sizing: border-box; height: 18px; padding-inline: 6px;
  border: 1px solid transparent; border-radius: 9px; font-size: .86em; line-height: 1; font-weight: 600; white-space: nowrap;
  color: var(--tone); background: var(--on); vertical-align: middle;
}
.chip.far { padding-inline: 0 }
svg {
  width: 12px; height: 12px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linecap: round;
  stroke-linejoin: round;
}
svg.arrow:dir(rtl) { transform: scaleX(-1) }
.strip {
  display: flex; flex-wrap: wrap; align-items: center; gap: 4px 12px; box-sizing: border-box; min-height: 44px;
  padding: 6px 12px; border: 1px solid var(--line); border-radius: 8px; background: var(--ground); line-height: 20px;
}
.strip + .strip { margin-block-start: 4px }
.line { border-inline-start: 3px solid var(--tone) }
.chip > span, .say > *, button, .why p, [role=status] { unicode-bidi: plaintext }
.say { display: flex; flex-wrap: wrap; align-items: center; gap: 0 8px; flex: auto; min-width: 0; overflow-wrap: anywhere }
.soft { color: var(--soft) }
.group { display: flex; flex-wrap: wrap; align-items: center; gap: 8px }
.group:empty, .say > :empty { display: none }
.group:has(> [role=status]:empty) { position: absolute }
.panel { flex-basis: 100%; padding-block: 4px }
button, input {
  font: inherit; line-height: 18px; color: inherit; background: var(--ground); border: 1px solid var(--line);
  border-radius: 8px; padding: 4px 10px; margin: 0; box-sizing: border-box; min-height: 28px;
}
button, summary { cursor: pointer }
button:hover { border-color: var(--soft) }
[aria-busy=true] button { opacity: .6 }
.quiet { border-color: transparent; padding: 0 2px; min-height: 24px }
.quiet, summary { color: var(--soft); text-decoration: underline dotted }
.why { display: grid; gap: 8px; border-block-start: 1px solid var(--line); padding-block: 8px 4px; overflow-wrap: anywhere }
.why p, .why ol { margin: 0; padding: 0 }
.why li { display: flex; flex-wrap: wrap; align-items: start; gap: 0 16px; padding-block: 4px }
.who { flex: 1 0 160px; gap: 0 8px }
bdi { font-weight: 600 }
.what { flex: 99 1 300px }
summary { width: fit-content; line-height: 24px }
li summary { list-style: none }
:focus-visible { outline: 2px solid light-dark(#0a6b6b, #6fd0cb); outline-offset: 1px }
.note { max-width: 640px; flex-wrap: nowrap }
@media (forced-colors: active) {
  .strip { border-color: CanvasText }
  .chip, .chip.far {
    forced-color-adjust: none; padding-inline: 6px; border-color: CanvasText; color: CanvasText; background: Canvas;
  }
}`;

const sheets = new WeakMap<Document, CSSStyleSheet>();

/** One sheet for all our shadow roots; where a browser refuses to share it with a page, each gets its own copy. */
export function adoptStyle(document: Document, root: ShadowRoot): void {
  try {
    const sheet = sheets.get(document) ?? new CSSStyleSheet();
    if (!sheets.has(document)) sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    sheets.set(document, sheet);
  } catch {
    const style = document.createElement('style');
    style.textContent = css;
    root.append(style);
  }
}
