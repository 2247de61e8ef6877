export interface Place {
  readonly start: number;
  readonly end: number;
}

export interface Matcher {
  spot(text: string): readonly Place[];
  /** What is stored of it, where it can be stored as it is. */
  readonly buffer?: ArrayBuffer;
}
