/** What is said of a request for permission once it was sent, and how its domain is shown to be the sender's. */
import type { Article } from '../article/article.ts';
import { inLanguage } from './direction.ts';
import { page } from './layout.tsx';
import { REPUBLISH_STYLES } from './republish-parts.ts';
import { republishPath } from './republish-view.ts';
import { type RepublishWords, republishWords } from './republish-words.ts';
import type { Site } from './site.ts';
import { articlePath } from './urls.ts';

/** What has become of a request. */
export type Stage = 'sent' | 'looking' | 'granted' | 'declined';

export interface RequestedView {
  readonly article: Article;
  readonly stage: Stage;
  readonly number: number;
  /** How the domain is shown to be theirs; null where a person answers. */
  readonly proof: { readonly record: string; readonly address: string; readonly value: string } | null;
}

export function requestedPage(site: Site, view: RequestedView): string {
  const { article, stage, number, proof } = view;
  const words = republishWords(article.language);
  const [title, intro] = said(view, words);
  const meta = {
    language: words.language,
    title,
    description: intro,
    type: 'website',
    canonical: null,
    scope: null,
    stylesheet: REPUBLISH_STYLES,
  } as const;
  return page(
    site,
    meta,
    <div class="republish requested">
      <h1>{title}</h1>
      <p class="dek">{intro}</p>
      <p>
        {words.askedFor}{' '}
        <a href={articlePath(article)} {...inLanguage(article.language, words.language)}>
          {article.title}
        </a>
      </p>
      {proof && (stage === 'sent' || stage === 'looking') && (
        <Prove proof={proof} article={article} number={number} words={words} />
      )}
      <p>
        <a href={republishPath(article)}>{words.back}</a>
      </p>
    </div>,
  );
}

function said({ stage, number, proof }: RequestedView, words: RepublishWords): readonly [string, string] {
  switch (stage) {
    case 'sent':
      return [words.asked, `${words.askedNumber(String(number))} ${proof ? words.askRule : words.askDesk}`];
    case 'looking':
      return [words.looking, words.lookingIntro];
    case 'granted':
      return [words.granted, words.grantedIntro];
    case 'declined':
      return [words.declined, words.declinedIntro];
  }
}

interface ProveProps extends Pick<RequestedView, 'article' | 'number'> {
  readonly proof: NonNullable<RequestedView['proof']>;
  readonly words: RepublishWords;
}

const Prove = ({ proof, article, number, words }: ProveProps) => (
  <section aria-labelledby="prove">
    <h2 id="prove">{words.prove}</h2>
    <p>{words.proveIntro}</p>
    <ul class="proofs">
      <li>
        {words.proveDns}
        <Pair name={words.proveName} text={proof.record} />
        <Pair name={words.proveValue} text={proof.value} />
      </li>
      <li>
        {words.proveFile}
        <Pair name={words.proveAddress} text={proof.address} />
        <Pair name={words.proveValue} text={proof.value} />
      </li>
    </ul>
    <p class="small">{words.keepPage}</p>
    <form method="post" action={`${republishPath(article)}/request/check`}>
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="challenge" value={proof.value} />
      <button type="submit">{words.check}</button>
    </form>
  </section>
);

const Pair = ({ name, text }: { readonly name: string; readonly text: string }) => (
  <span class="pair">
    {name}: <code dir="ltr">{text}</code>
  </span>
);
