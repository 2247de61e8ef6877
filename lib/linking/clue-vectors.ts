import { featureNames } from './feature-names';

const perBuffer = 128;
const { length } = featureNames;

let buffer = new ArrayBuffer(0);
let used = 0;

/**
 * A vector of zeros in the order of `featureNames`. Many lie in one buffer: a page's candidates have a thousand, and to make
 * a buffer for each takes an engine longer than to fill them.
 */
export function clueVector(): Float64Array {
  const bytes = length * Float64Array.BYTES_PER_ELEMENT;
  if (used + bytes > buffer.byteLength) {
    buffer = new ArrayBuffer(bytes * perBuffer);
    used = 0;
  }
  const vector = new Float64Array(buffer, used, length);
  used += bytes;
  return vector;
}
