/**
 * Stands in for `xml-js` (wrangler.toml, `[alias]`), of which `feed` uses the writer alone. Its reader brings `sax`, and
 * that brings Node's streams, into every start of the Worker.
 */
import js2xml from 'xml-js/lib/js2xml.js';

export { js2xml };
