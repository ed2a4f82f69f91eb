import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';
import { Icon, type IconName } from './Icon.tsx';

type Rest = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'class' | 'type' | 'icon' | 'label'>;

interface ButtonProps extends Rest {
  kind?: 'primary' | 'plain' | 'grave';
  type?: 'button' | 'submit';
  children: ComponentChildren;
}

export function Button({ kind, type = 'button', children, ...rest }: ButtonProps) {
  return (
    <button {...rest} type={type} class={kind ? `button button-${kind}` : 'button'}>
      {children}
    </button>
  );
}

interface IconButtonProps extends Rest {
  icon: IconName;
  label: string;
}

/** A button that shows only a shape: its label is read aloud and shown as a tip. */
export function IconButton({ icon, label, ...rest }: IconButtonProps) {
  return (
    <button {...rest} type="button" class="button button-icon" aria-label={label} title={label}>
      <Icon name={icon} />
    </button>
  );
}

/** A key, as on a keyboard. */
export function Key({ children }: { children: ComponentChildren }) {
  return <kbd class="key">{children}</kbd>;
}
