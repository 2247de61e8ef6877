/** Lines of a text and where each begins in it. */
export function splitBlocks(text: string): { blocks: string[]; offsets: number[] } {
  const blocks = text.split('\n');
  const offsets: number[] = [];
  let offset = 0;
  for (const block of blocks) {
    offsets.push(offset);
    offset += block.length + 1;
  }
  return { blocks, offsets };
}
