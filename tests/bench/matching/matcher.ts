export interface Place {
  readonly start: number;
  readonly end: number;
}

export interface Matcher {
  spot(text: string): Iterable<Place>;
  /**
   * Spots, and reads of each match where it begins and ends and whom it may mean: some make that beforehand, some when it is
   * asked. Gives a sum of it all, so that nothing can be left out.
   */
  spotAndRead(text: string): number;
  /** What is stored of it, where it can be stored as it is. */
  readonly buffer?: ArrayBuffer;
}
