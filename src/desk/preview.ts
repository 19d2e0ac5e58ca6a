/** The article as its public page shows it, without the page around it, whether or not anybody outside may see it. */
import type { FullArticle } from '../article/article.ts';
import { articlePage } from '../page/article-page.tsx';
import type { Site } from '../page/site.ts';

export const DESK_PHOTOS = '/desk/photos/';

/** No text or body can hold an `<article>`: text is escaped, and the allow-list of bodies hasn't got it. */
export function previewHtml(site: Site, full: FullArticle): string {
  const html = articlePage(site, full);
  const story = html.slice(html.indexOf('<article '), html.lastIndexOf('</article>') + '</article>'.length);
  // `/media/` answers only for what readers may see.
  return story.replaceAll(`<img src="${site.base}/media/`, () => `<img src="${DESK_PHOTOS}`);
}
