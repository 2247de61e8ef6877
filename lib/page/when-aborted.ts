/** Does this when the signal fires: whoever started something takes it back so. */
export function whenAborted(signal: AbortSignal, act: () => void): void {
  signal.addEventListener('abort', act);
}
