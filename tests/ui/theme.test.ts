import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('src/ui/theme.css', 'utf8');

function tokensOf(block: string): Map<string, string> {
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

const lightBlock = css.slice(0, css.indexOf('@media'));
const darkStart = css.indexOf('@media (prefers-color-scheme: dark)');
const light = tokensOf(lightBlock);
const dark = tokensOf(css.slice(darkStart, css.indexOf('@media', darkStart + 1)));

function luminance(hex: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = parts.map((part) =>
    part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(ink: string, ground: string): number {
  const [high = 0, low = 0] = [luminance(ink), luminance(ground)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const states = ['late', 'soon', 'far', 'met', 'waiting', 'unknown', 'teal', 'rose'];
const text: [ink: string, ground: string, least: number][] = [
  ...states.map((state): [string, string, number] => [`${state}-ink`, `${state}-ground`, 5.7]),
  ['ink', 'ground', 7],
  ['ink', 'page', 7],
  ['ink', 'soft', 7],
  ['ink', 'late-ground', 7],
  ['ink', 'unknown-ground', 7],
  ['ink-2', 'ground', 4.5],
  ['ink-2', 'page', 4.5],
  ['ink-2', 'soft', 4.5],
  ['ink-3', 'ground', 4.5],
  ['ink-3', 'soft', 4.5],
  ['ink-2', 'unknown-ground', 4.5],
  ['accent', 'ground', 4.5],
  ['accent', 'soft', 4.5],
  ['accent', 'page', 4.5],
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-hover', 4.5],
  ['late-ink', 'ground', 4.5],
  ['met-ink', 'ground', 4.5],
  ['soon-ink', 'ground', 4.5],
  ['ground', 'ink', 7],
  // Edges of controls, not text.
  ['edge', 'ground', 3],
];

describe.each([
  ['light', light],
  ['dark', dark],
] as const)('the %s theme', (_, tokens) => {
  it.each(text)('shows %s on %s with a contrast of %d or more', (ink, ground, least) => {
    expect(contrast(tokens.get(ink) ?? '', tokens.get(ground) ?? '')).toBeGreaterThanOrEqual(least);
  });
});

describe('the theme', () => {
  it('gives every colour of the light theme a dark one', () => {
    expect([...light.keys()].filter((name) => !dark.has(name))).toEqual([]);
    expect(light.size).toBeGreaterThan(25);
  });

  it('stops all motion for those who asked for none', () => {
    expect(css).toMatch(/prefers-reduced-motion: reduce\)[^}]*--motion: 0ms/s);
  });

  it('names no colour outside its tokens', () => {
    const others = [
      'src/ui/parts.css',
      'src/ui/forms.css',
      'src/features/deadlines/views/deadlines.css',
      'src/app/popup/popup.css',
      'src/app/dashboard/dashboard.css',
      'src/features/away/views/away.css',
      'src/features/calendars/views/calendars.css',
      'src/features/log-page/views/log-page.css',
      'src/features/meeting-log/views/meeting-log.css',
    ];
    for (const file of others)
      expect([file, readFileSync(file, 'utf8').match(/#[0-9a-f]{3,6}\b/gi)]).toEqual([file, null]);
  });
});
