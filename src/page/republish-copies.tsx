/** The copies themselves: each in a field of its own, with what to do with it, the lines for the head, what is missing. */
import type { Child } from 'hono/jsx';
import { directionOf } from '../lib/direction.ts';
import { inLanguage } from './direction.ts';
import { guidesIn } from './republish-guides.ts';
import type { RepublishParts } from './republish-parts.ts';
import type { Copies } from './republish-view.ts';
import type { RepublishWords } from './republish-words.ts';
import { PROSE_LANGUAGE } from './words.ts';

interface CopiesProps extends RepublishParts {
  readonly copies: Copies;
}

interface CopyProps extends CopiesProps {
  readonly form: 'html' | 'markdown' | 'text';
  readonly file: string;
  readonly dir: string;
}

export const CopySections = (props: CopiesProps) => {
  const { view, words, copies } = props;
  const dir = directionOf(view.article.language);
  return (
    <section class="copies" aria-labelledby="copies" data-tabs>
      <h2 id="copies">{words.copies}</h2>
      <p>{words.copiesIntro}</p>
      <CopyPanel {...props} form="html" file="copy.html" dir="ltr" />
      <CopyPanel {...props} form="markdown" file="copy.md" dir={dir} />
      <CopyPanel {...props} form="text" file="copy.txt" dir={dir} />
      <Panel id="guides" name={words.guides}>
        <Guides words={words} withHead={copies.head.length > 0} />
      </Panel>
    </section>
  );
};

const CopyPanel = ({ view, words, copies, form, file, dir }: CopyProps) => (
  <Panel id={form} name={words[form]} hint={words.hints[form]}>
    <CopyField
      id={`copy-${form}`}
      name={words[form]}
      label={words.copy[form]}
      words={words}
      language={view.article.language}
      dir={dir}
    >
      {copies[form]}
    </CopyField>
    <p class="small">
      {words.download}{' '}
      <a href={`${view.path}/${file}`} rel="nofollow" download>
        {file}
      </a>
    </p>
  </Panel>
);

interface PanelProps {
  readonly id: string;
  readonly name: string;
  readonly hint?: string;
  readonly children?: Child;
}

/** A section with a heading; with script, the panel of a tab. */
const Panel = ({ id, name, hint, children }: PanelProps) => (
  <section id={id} class="panel" aria-labelledby={`${id}-name`} data-tab={name}>
    <h3 id={`${id}-name`} class="tab-name">
      {name}
    </h3>
    {hint !== undefined && <p class="small">{hint}</p>}
    {children}
  </section>
);

interface FieldProps {
  readonly id: string;
  readonly name: string;
  /** Of the button that copies it. */
  readonly label: string;
  readonly words: RepublishWords;
  readonly language: string;
  readonly dir: string;
  readonly rows?: number;
  readonly children: string;
}

/** A parser drops one line break behind `<textarea>` (HTML standard, 13.1.2.5), so that none of the copy's is lost. */
const CopyField = ({ id, name, label, words, language, dir, rows = 14, children }: FieldProps) => (
  <textarea
    id={id}
    class="copy-field"
    rows={rows}
    readonly
    spellcheck={false}
    lang={language}
    dir={dir}
    aria-label={name}
    data-copy={label}
    data-copied={words.copied}
    data-failed={words.notCopied}
  >
    {`\n${children}`}
  </textarea>
);

const Guides = ({ words, withHead }: { words: RepublishWords; withHead: boolean }) => (
  <>
    {guidesIn(words.language).map(({ name, steps, head }) => (
      <>
        <h4>{name}</h4>
        <ol>
          {steps.map((step) => (
            <li>{step}</li>
          ))}
          {withHead && head !== null && <li>{head}</li>}
        </ol>
      </>
    ))}
  </>
);

export const HeadLines = ({ copies: { head }, words }: { copies: Copies; words: RepublishWords }) =>
  head.length === 0 ? null : (
    <section aria-labelledby="head">
      <h2 id="head">{words.head}</h2>
      <p>{words.headIntro}</p>
      <CopyField
        id="copy-head"
        name={words.head}
        label={words.copy.head}
        words={words}
        language={words.language}
        dir="ltr"
        rows={head.length + 1}
      >
        {head.join('\n')}
      </CopyField>
    </section>
  );

export const LeftOutPhotos = ({ copies: { leftOut }, words }: { copies: Copies; words: RepublishWords }) => (
  <section aria-labelledby="left-out">
    <h2 id="left-out">{words.leftOut}</h2>
    <p>{leftOut.length === 0 ? words.nothingLeftOut : words.leftOutIntro}</p>
    {leftOut.length > 0 && (
      <dl class="left-out">
        {leftOut.map(({ what, why }) => (
          <div>
            <dt dir="auto">{what === '' ? words.unnamedPhoto : what}</dt>
            <dd {...inLanguage(PROSE_LANGUAGE, words.language)}>{why}</dd>
          </div>
        ))}
      </dl>
    )}
  </section>
);
