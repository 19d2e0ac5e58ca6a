/** What every part of the republish page is given. */
import type { RepublishView } from './republish-view.ts';
import type { RepublishWords } from './republish-words.ts';
import type { Site } from './site.ts';

export const REPUBLISH_STYLES = '/assets/republish.css';
export const COPY_SCRIPT = '/assets/copy.js';

export interface RepublishParts {
  readonly site: Site;
  readonly view: RepublishView;
  readonly words: RepublishWords;
}
