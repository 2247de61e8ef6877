/** Keeps quiet for a second: what is there by then needs no word. */
export function Coming({ said }: { readonly said: string }) {
  return (
    <div aria-busy="true">
      <p className="coming" role="status">{said}</p>
    </div>
  );
}
