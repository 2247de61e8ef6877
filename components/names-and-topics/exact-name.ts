import type { Entity } from '../../lib/model/entity';
import type { NamesAtHand } from '../name-service';

const looked = 40;

/** The best known entity that is called exactly this. */
export async function entityCalled(name: string, atHand: NamesAtHand): Promise<Entity | undefined> {
  if (atHand.state !== 'ready') return undefined;
  const rows = await atHand.find({ text: name }).rows(0, looked);
  if (!rows.ok) return undefined;
  const found = rows.value.flatMap((entity) => entity ?? []);
  return found.find((entity) => entity.name === name) ?? found.find(({ aliases }) => aliases.includes(name));
}
