/** Articles the service has and no file: they are named, and withdrawn only if that was asked for and is safe. */
import type { Content } from '../content/read-content.ts';
import { type RemoteArticle, withdrawArticle } from './endpoints.ts';
import type { Service } from './service-client.ts';

const REASON = 'Withdrawn by the publisher.';

/** Drafts and broken files are files too: their articles have not vanished. */
export function vanished(remote: readonly RemoteArticle[], content: Content): readonly RemoteArticle[] {
  const ids = new Set(content.articles.flatMap(({ ownId }) => ownId ?? []));
  return remote.filter(({ id, status }) => !ids.has(id) && status !== 'withdrawn');
}

/** Why nothing may be withdrawn now, or null: a file without an id could be any of the missing articles. */
function pruneObstacle(content: Content): string | null {
  if (content.articles.length === 0) return 'there are no article files at all. Is it the right folder?';
  const nameless = content.articles.filter(({ ownId }) => ownId === null).map(({ file }) => file);
  if (nameless.length === 0) return null;
  return `no id could be read in ${nameless.slice(0, 5).join(', ')}${nameless.length > 5 ? ', …' : ''}. Put that right, or run it again if it has just got one`;
}

export interface Pruned {
  readonly withdrawn: number;
  readonly lines: readonly string[];
  readonly complete: boolean;
}

export async function prune(
  service: Service,
  content: Content,
  gone: readonly RemoteArticle[],
  wanted: boolean,
): Promise<Pruned> {
  if (gone.length === 0) return { withdrawn: 0, lines: [], complete: true };
  const names = gone.map(({ slug }) => `  ${slug}`);
  const still = `No file holds these articles any more, and ${service.base} still shows them:`;
  if (!wanted)
    return { withdrawn: 0, lines: [still, ...names, 'To withdraw them: npm run publish -- --prune'], complete: true };
  const obstacle = pruneObstacle(content);
  if (obstacle !== null)
    return { withdrawn: 0, lines: [still, ...names, `None was withdrawn: ${obstacle}`], complete: false };
  return withdrawAll(service, gone);
}

async function withdrawAll(service: Service, gone: readonly RemoteArticle[]): Promise<Pruned> {
  const lines: string[] = [];
  let withdrawn = 0;
  for (const { id, slug } of gone) {
    const answer = await withdrawArticle(service, id, REASON);
    if (answer.ok) withdrawn += 1;
    lines.push(answer.ok ? `${slug}  withdrawn` : `${slug}  not withdrawn: ${answer.error.words}`);
    if (!answer.ok && answer.error.stops) break;
  }
  return { withdrawn, lines, complete: withdrawn === gone.length };
}
