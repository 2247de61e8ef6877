export interface CardNoticeProps {
  readonly said: string;
  readonly advice: string;
  readonly action?: string;
  readonly onAction?: () => void;
  readonly role?: 'alert';
}

/** What a card says instead of a list, and what to do about it: here, if there is a word for that. */
export function CardNotice({ said, advice, action, onAction, role }: CardNoticeProps) {
  return (
    <div className="body" data-tabless>
      <div className="notice" role={role}>
        <p className="said" dir="auto">{said}</p>
        <p className="advice" dir="auto">{advice}</p>
        {action && <button type="button" onClick={onAction}>{action}</button>}
      </div>
    </div>
  );
}
