/** Bounds on everything that comes from outside. Text lengths are in UTF-16 units, `Bytes` in bytes. */
export const limits = {
  idLength: 512,
  nameLength: 300,
  aliasesPerEntity: 200,
  /** In rows that were written when there was no such limit, and in files that were made of them. */
  keptAliases: 5_000,
  descriptionLength: 2_000,
  urlLength: 4_096,
  titleLength: 1_000,
  summaryLength: 20_000,
  articleTextLength: 1_000_000,
  outletLength: 300,
  authorsPerArticle: 50,
  formerTitlesPerArticle: 5,
  /** The newest: some feeds name an article anew each time. */
  guidsPerArticle: 50,
  sources: 20_000,
  foldersPerSource: 20,
  articlesPerFeed: 5_000,
  feedBytes: 16 * 1024 * 1024,
  packLineLength: 8_000_000,
  blocksPerPage: 5_000,
  blockLength: 50_000,
  pageTextLength: 1_000_000,
  annotationsPerPage: 20_000,
  coverageItems: 50,
  edits: 20_000,
} as const;
