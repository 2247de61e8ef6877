import type { Entity, EntityKind } from '../model/entity';
import type { Example } from './article-names';
import type { VariantReason } from './spelling-variants';

/** What the articles say for a learned name or topic, up to the article that made it one. */
export interface Evidence {
  /** Articles that have it, in full or by a surname that means nobody else. */
  readonly articles: number;
  /** The first few outlets that have it. */
  readonly outlets: readonly string[];
  /** The first few places where it stands. */
  readonly examples: readonly Example[];
}

/** A name, with the entity it was learned as; one without was there before. */
export interface NamedEntity {
  readonly name: string;
  readonly entity?: string;
}

export type MergeReason = VariantReason | 'surname' | 'acronym';

/** What whoever keeps the knowledge base has to do. Nothing is merged and nothing the reader said is undone. */
export type LearningChange =
  | { readonly change: 'entity-learned'; readonly entity: Entity; readonly evidence: Evidence }
  /** Another way to write a learned entity: an acronym that stands in brackets behind it. */
  | { readonly change: 'alias-found'; readonly entity: string; readonly alias: string; readonly articles: number }
  /** With more articles a learned entity's kind looks different. */
  | { readonly change: 'kind-changed'; readonly entity: string; readonly kind: EntityKind }
  /** Two names may mean one entity. It is for the reader to say. */
  | {
      readonly change: 'merge-suggested';
      readonly a: NamedEntity;
      readonly b: NamedEntity;
      readonly because: MergeReason;
      readonly evidence: { readonly a: Evidence; readonly b: Evidence };
    };
