/** An entity that texts may mean otherwise since a change: articles are to be looked through for it. */
export interface LookBackRow {
  entity: string;
  /** As counted in `states`. */
  change: number;
  /** It was learned, or more was learned of it, and the reader changed nothing: what mentions it already stays right. */
  isLearned?: true;
  /** Key of the oldest article that was looked through so far. */
  before?: number;
}
