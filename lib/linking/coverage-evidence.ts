/**
 * What the coverage that a knowledge base has seen says about names and entities. The linker asks it synchronously, so
 * whoever calls the linker has loaded what the document's candidates need before.
 */
export interface CoverageEvidence {
  /** Articles that mention the entity, and those that mention both, of those whose links were sure. */
  articlesWith(entity: number): number;
  articlesWithBoth(a: number, b: number): number;
  /** Of the sure mentions written like this (`evidenceKey`), how many meant the entity, and how many there are. */
  meant(key: string, entity: number): number;
  meantAnything(key: string): number;
}
