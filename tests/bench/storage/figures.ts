export interface Figure {
  readonly what: string;
  /** Undefined where the system does not tell. */
  readonly value: number | undefined;
  readonly unit: 'ms' | 'MB' | '×' | '';
  readonly aim?: number;
  /** The aim is to be reached, not to be kept below. */
  readonly isLeast?: boolean;
}

/** A row of the table for one browser. */
export function inWords({ what, value, unit, aim, isLeast = false }: Figure, browser: string): string {
  const aimed = aim === undefined ? '' : `${isLeast ? 'at least' : 'at most'} ${quantity(aim, unit)}`;
  const isKept = value === undefined || aim === undefined || (isLeast ? value >= aim : value <= aim);
  return `| ${what} | ${browser} | ${value === undefined ? 'not known' : quantity(value, unit)} | ${aimed}${isKept ? '' : ' (missed)'} |`;
}

function quantity(value: number, unit: Figure['unit']): string {
  if (unit === 'ms' && value >= 10_000) return `${(value / 1_000).toFixed(1)} s`;
  const number = Number.isInteger(value) ? value.toLocaleString('en') : value.toFixed(value < 20 ? 1 : 0);
  return `${number} ${unit}`.trim();
}
