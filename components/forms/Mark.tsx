/** Sidelight's mark: a circle, half of it lit. Its name stands beside it. */
export function Mark() {
  return (
    <svg className="mark" width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
      <circle cx="11" cy="11" r="9.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M11 1.8a9.2 9.2 0 010 18.4z" fill="var(--amber)" />
    </svg>
  );
}
