/** The rules of the page's terms in words, and the credit line as it will look. */
import { raw } from 'hono/html';
import type { Article } from '../article/article.ts';
import type { CopyCredit } from '../article/copy-credit.ts';
import type { NamedTerms } from '../article/terms.ts';
import { creditHtml } from '../rendition/credit-html.ts';
import { creditTemplates } from '../terms/credit-line.ts';
import { GROUPS, type Prose, pieces, proseOf } from '../terms/prose.ts';
import { inLanguage } from './direction.ts';
import type { RepublishWords } from './republish-words.ts';
import type { Site } from './site.ts';
import { articleUrl } from './urls.ts';
import { PROSE_LANGUAGE } from './words.ts';

interface RulesProps {
  readonly site: Site;
  readonly terms: NamedTerms;
  readonly words: RepublishWords;
}

export const Rules = ({ site, terms, words }: RulesProps) => (
  <section aria-labelledby="rules">
    <h2 id="rules">{words.rules}</h2>
    {words.rulesIn !== '' && <p class="small">{words.rulesIn}</p>}
    <RuleGroups site={site} terms={terms} around={words.language} />
  </section>
);

/** As they read for somebody who has the permission these terms want to be asked for. */
export const asGiven = (terms: NamedTerms): NamedTerms => ({ ...terms, open: true });

interface GroupsProps {
  readonly site: Site;
  readonly terms: NamedTerms;
  /** The language of the page they stand on. */
  readonly around: string;
}

export const RuleGroups = ({ site, terms, around }: GroupsProps) => {
  const prose = proseOf(terms, site.publication);
  const names: readonly (keyof Prose)[] = ['may', 'must', 'mustNot'];
  return (
    <div class="rule-groups" {...inLanguage(PROSE_LANGUAGE, around)}>
      {names
        .filter((name) => prose[name].length > 0)
        .map((name) => (
          <div class={`rule-group ${name}`}>
            <h3>{GROUPS[name]}</h3>
            <ul>
              {prose[name].map((sentence) => (
                <li>
                  <Sentence site={site} terms={terms} sentence={sentence} />
                </li>
              ))}
            </ul>
          </div>
        ))}
    </div>
  );
};

/** Credit lines are in other languages than the rules, and may run the other way. */
const Sentence = ({ site, terms, sentence }: Omit<GroupsProps, 'around'> & { readonly sentence: string }) => {
  const templates = creditTemplates(terms, site.publication);
  const languageOf = (part: string): string =>
    templates.find(({ template, name }) => template === part || name === part)?.language ?? PROSE_LANGUAGE;
  return (
    <>
      {pieces(sentence).map((part, index) =>
        index % 2 === 0 ? part : <bdi {...inLanguage(languageOf(part), PROSE_LANGUAGE)}>{part}</bdi>,
      )}
    </>
  );
};

interface PreviewProps {
  readonly site: Site;
  readonly article: Article;
  readonly credit: CopyCredit;
  readonly words: RepublishWords;
}

/** Looked at here it is no copy: its link and badge are ours, without the token, so that nothing is counted. */
export const CreditPreview = ({ site, article, credit, words }: PreviewProps) => {
  const badge = credit.badge && { ...credit.badge, src: `${site.base}/b/preview.svg` };
  return (
    <section aria-labelledby="credit">
      <h2 id="credit">{words.credit}</h2>
      <p>
        {words.creditIntro[credit.at]} {words.creditKeep}
      </p>
      <div class="credit-line" {...inLanguage(article.language, words.language)}>
        {raw(creditHtml({ ...credit, url: articleUrl(site, article), badge }))}
      </div>
    </section>
  );
};
