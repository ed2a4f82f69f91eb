import { composeInitials, findTint } from './initials.ts';

/** Initials on a tint that stays with the person. The name stands beside it, so it is not read aloud. */
export function Avatar({ name, id }: { name: string; id: string }) {
  return (
    <span class={`avatar tint-${findTint(id)}`} aria-hidden="true">
      {composeInitials(name)}
    </span>
  );
}
