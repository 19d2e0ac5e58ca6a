/** The writer half of `xml-js`, which has types for the whole alone. */
declare module 'xml-js/lib/js2xml.js' {
  import { js2xml } from 'xml-js';
  export default js2xml;
}
