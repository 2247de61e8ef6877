/** Packs text as it is made, so that only the packed file is in memory. Beside it stands what the generator returned in the end. */
export async function packText<T>(lines: AsyncGenerator<string, T>): Promise<{ readonly file: Blob; readonly made: T }> {
  let made: { readonly value: T } | undefined;
  const text = new ReadableStream<string>({
    async pull(controller) {
      const next = await lines.next();
      if (next.done === true) {
        made = { value: next.value };
        controller.close();
      } else controller.enqueue(next.value);
    },
  });
  const packed = text.pipeThrough(new TextEncoderStream()).pipeThrough(new CompressionStream('gzip'));
  const file = await new Response(packed).blob();
  if (!made) throw new Error('Packed before all was read');
  return { file, made: made.value };
}

/** Offers a file to be downloaded. */
export function download(file: Blob, fileName: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = fileName;
  link.click();
  // The browser holds on to what it is downloading.
  URL.revokeObjectURL(link.href);
}
