import { Icon } from './Icon.tsx';

export type Shape = 'triangle' | 'clock' | 'none' | 'tick' | 'arrow' | 'question';
export type Tone = 'late' | 'soon' | 'far' | 'met' | 'waiting' | 'unknown';

/** A state: a shape, a word and a colour, so that none of the three is needed alone. */
export function Chip({ shape, tone, text }: { shape: Shape; tone: Tone; text: string }) {
  return (
    <span class={`chip chip-${tone}`} data-shape={shape}>
      {shape === 'none' ? null : <Icon name={shape} size={12} />}
      <span class="cut">{text}</span>
    </span>
  );
}
