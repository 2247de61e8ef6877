export function CardFoot({ onAddSources }: { readonly onAddSources: () => void }) {
  return (
    <footer className="foot">
      <bdi>Only from your own sources</bdi>
      <button type="button" onClick={onAddSources}>Your sources</button>
    </footer>
  );
}
