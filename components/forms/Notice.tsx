import { useUndoKey, type KeyedAction } from './use-undo-key';

interface NoticeAction extends KeyedAction {
  readonly label: string;
}

export interface Notice {
  readonly text: string;
  /** `working` is told like anything else, but nothing can be done about it yet. */
  readonly tone: 'done' | 'working' | 'failed';
  readonly action?: NoticeAction;
}

/** One line about what has just happened. The regions stay when they are empty, so that what comes is read out. */
export function NoticeLine({ notice }: { readonly notice: Notice | null }) {
  const failed = notice?.tone === 'failed' ? notice : null;
  const told = failed ? null : notice;
  useUndoKey(notice?.action);
  return (
    <div className="notice-line">
      <div role="status">{told && <Line notice={told} />}</div>
      <div role="alert">{failed && <Line notice={failed} />}</div>
    </div>
  );
}

const keys = {
  undo: { title: 'Ctrl+Z', shortcuts: 'Control+Z Meta+Z', heard: 'Control Z undoes it.' },
  redo: { title: 'Ctrl+Y', shortcuts: 'Control+Y Control+Shift+Z Meta+Shift+Z', heard: 'Control Y does it again.' },
} as const;

function Line({ notice: { text, tone, action } }: { readonly notice: Notice }) {
  return (
    <p className="notice" data-tone={tone}>
      <span>{text}</span>
      {action && (
        <button type="button" className="button" onClick={action.onPress} aria-keyshortcuts={action.key && keys[action.key].shortcuts} title={action.key && keys[action.key].title}>{action.label}</button>
      )}
      {action?.key && <span className="heard">{keys[action.key].heard}</span>}
    </p>
  );
}
