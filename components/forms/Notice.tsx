interface NoticeAction {
  readonly label: string;
  readonly onPress: () => void;
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
  return (
    <div className="notice-line">
      <div role="status">{told && <Line notice={told} />}</div>
      <div role="alert">{failed && <Line notice={failed} />}</div>
    </div>
  );
}

function Line({ notice: { text, tone, action } }: { readonly notice: Notice }) {
  return (
    <p className="notice" data-tone={tone}>
      <span>{text}</span>
      {action && <button type="button" className="button" onClick={action.onPress}>{action.label}</button>}
    </p>
  );
}
