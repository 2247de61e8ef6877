/** The package's index brings the whole of Readability with it, forty times as much; this file it has no types for. */
declare module '@mozilla/readability/Readability-readerable.js' {
  import { isProbablyReaderable } from '@mozilla/readability';
  export default isProbablyReaderable;
}
