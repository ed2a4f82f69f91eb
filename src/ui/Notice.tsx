import type { ComponentChildren } from 'preact';
import { Button } from './Button.tsx';
import { Icon, type IconName } from './Icon.tsx';

interface NoticeProps {
  icon?: IconName;
  title: string;
  children?: ComponentChildren;
  action?: ComponentChildren;
}

/** Something worth knowing that is nobody's fault: what, and what would help. */
export function Notice({ icon = 'question', title, children, action }: NoticeProps) {
  return (
    <div class="notice">
      <Icon name={icon} />
      <div class="notice-words">
        <p class="notice-title">{title}</p>
        {children ? <p class="small">{children}</p> : null}
      </div>
      {action}
    </div>
  );
}

/** An error: a sentence and a button. */
export function Problem({ text, button, onPress }: { text: string; button?: string; onPress?: () => void }) {
  return (
    <div class="notice notice-problem" role="alert">
      <Icon name="triangle" />
      <p class="notice-words">{text}</p>
      {button && onPress ? <Button onClick={onPress}>{button}</Button> : null}
    </div>
  );
}
