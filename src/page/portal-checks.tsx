/** What a partner's dialect refuses or drops, article by article, in the partner's own words. */
import { type Finding, isRefused } from '../dialect/finding.ts';
import { inLanguage } from './direction.ts';
import { portalPage } from './portal-layout.tsx';
import { CHECKS, type CheckedArticle, type PortalFrame, portalRepublishPath } from './portal-view.ts';
import { PROSE_LANGUAGE } from './words.ts';

const LEVELS: Readonly<Record<Finding['level'], { readonly name: string; readonly kind: string }>> = {
  refused: { name: 'Refused', kind: 'refused' },
  'photo dropped': { name: 'Photo left out', kind: 'later' },
  warning: { name: 'Note', kind: '' },
};

export const portalChecks = (frame: PortalFrame, dialect: string, checked: readonly CheckedArticle[]): string => {
  const found = checked.filter(({ findings }) => findings.length > 0).toSorted((a, b) => gravity(a) - gravity(b));
  const refused = found.filter(({ findings }) => isRefused(findings)).length;
  return portalPage(
    frame,
    { title: 'Checks', place: CHECKS },
    <>
      <p class="dek">
        What the dialect “{dialect}” says of the articles in your feed. Whatever is wrong in an article is for us to
        mend: write to <a href={`mailto:${frame.site.publication.contact}`}>{frame.site.publication.contact}</a>.
      </p>
      <p>
        {checked.length === 0
          ? 'No article is in your feed now.'
          : `Of ${checked.length} articles, ${refused} would be refused and ${checked.length - found.length} pass without a word.`}
      </p>
      {found.map((each) => (
        <Checked {...each} />
      ))}
    </>,
  );
};

const ORDER: readonly Finding['level'][] = ['refused', 'photo dropped', 'warning'];

const weight = ({ level }: Finding): number => ORDER.indexOf(level);

/** What is refused comes first. */
const gravity = ({ findings }: CheckedArticle): number => Math.min(...findings.map(weight));

const Checked = ({ article, findings }: CheckedArticle) => (
  <section class="finding">
    <h2 {...inLanguage(article.language, PROSE_LANGUAGE)}>
      <a href={portalRepublishPath(article)}>{article.title}</a>
    </h2>
    <ul>
      {findings
        .toSorted((a, b) => weight(a) - weight(b))
        .map(({ level, words, rule }) => (
          <li>
            <span class={`state ${LEVELS[level].kind}`}>{LEVELS[level].name}</span> {words} <code>{rule}</code>
          </li>
        ))}
    </ul>
  </section>
);
