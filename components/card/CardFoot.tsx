export function CardFoot({ onAddSources }: { readonly onAddSources: () => void }) {
  return (
    <footer className="foot">
      <span>Only from your own sources</span>
      <button type="button" onClick={onAddSources}>Your sources</button>
    </footer>
  );
}
