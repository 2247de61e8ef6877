export interface CardNoticeProps {
  readonly said: string;
  readonly advice: string;
  readonly action: string;
  readonly onAction: () => void;
  readonly role?: 'alert';
}

/** What a card says instead of a list, and the one thing to do about it. */
export function CardNotice({ said, advice, action, onAction, role }: CardNoticeProps) {
  return (
    <div className="body" data-tabless>
      <div className="notice" role={role}>
        <p className="said" dir="auto">{said}</p>
        <p className="advice" dir="auto">{advice}</p>
        <button type="button" onClick={onAction}>{action}</button>
      </div>
    </div>
  );
}
