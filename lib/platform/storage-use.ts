export interface StorageUse {
  readonly usedBytes: number;
  readonly mostBytes?: number;
  /** The browser has promised not to clear it when the disk is full. */
  readonly isKept: boolean;
}

/** Room that this extension takes on the device, as the browser counts it. */
export async function storageUse(): Promise<StorageUse> {
  const [{ usage = 0, quota }, isKept] = await Promise.all([navigator.storage.estimate(), navigator.storage.persisted()]);
  return { usedBytes: usage, mostBytes: quota, isKept };
}

/** Firefox asks the reader, so call it while a click is being handled. A worker has no such call. */
export function keepStorage(): Promise<boolean> {
  return navigator.storage.persist();
}

/** The same once there is something to lose, unless the browser has promised already. What it answers is shown where it matters. */
export async function keepFirst(): Promise<void> {
  if (!(await navigator.storage.persisted())) await navigator.storage.persist();
}
