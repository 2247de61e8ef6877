import type { EntityKind } from '../../lib/model/entity';

/** What a reader sees of one page: its marks, and for each entity what its card lists. */
export interface PageReport {
  readonly url: string;
  readonly title: string;
  readonly annotations: readonly ReportedAnnotation[];
  /** Entity's id → the articles of its card, those before the page first, in the card's order. */
  readonly coverage: Readonly<Record<string, readonly ReportedArticle[]>>;
}

export interface ReportedAnnotation {
  readonly text: string;
  readonly count: number;
  readonly confidence: number;
  readonly entity: { readonly id: string; readonly name: string; readonly kind?: EntityKind };
}

export interface ReportedArticle {
  readonly title: string;
  readonly outlet: string;
  readonly url: string;
  readonly published?: string;
  readonly reason: string;
}

export interface Report {
  readonly browser: string;
  readonly pages: readonly PageReport[];
  /** A sentence for each thing that did not work. */
  readonly errors: readonly string[];
}

/** The report for people. Errors are not in it: they were said when they happened. */
export function reportAsText({ browser, pages }: Report): string {
  return [`What a reader sees in ${browser}`, ...pages.map(pageAsText)].join('\n\n');
}

function pageAsText({ url, title, annotations, coverage }: PageReport): string {
  const lines = [title, url];
  if (annotations.length === 0) lines.push('', '  Nothing is marked here.');
  for (const [id, mentions] of byEntity(annotations)) {
    const [{ entity }] = mentions;
    lines.push('', `  ${entity.name}${entity.kind ? `, ${entity.kind}` : ''}`);
    lines.push(
      `    marked: ${mentions.map(({ text, count, confidence }) => `“${text}” × ${count} (${confidence.toFixed(2)})`).join(', ')}`,
    );
    for (const article of coverage[id] ?? []) lines.push(...articleAsText(article));
    if ((coverage[id] ?? []).length === 0) lines.push('    nothing from the sources');
  }
  return lines.join('\n');
}

function articleAsText({ title, outlet, url, published, reason }: ReportedArticle): string[] {
  return [`    ${published?.slice(0, 10) ?? 'no date   '}  ${outlet}: ${title}`, `                ${reason}`, `                ${url}`];
}

type Mentions = [ReportedAnnotation, ...ReportedAnnotation[]];

export function byEntity(annotations: readonly ReportedAnnotation[]): Map<string, Mentions> {
  const groups = new Map<string, Mentions>();
  for (const annotation of annotations) {
    const group = groups.get(annotation.entity.id);
    if (group) group.push(annotation);
    else groups.set(annotation.entity.id, [annotation]);
  }
  return groups;
}
