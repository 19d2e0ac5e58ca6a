/** Asking for permission: the form, with what to mend beside each field. */
import type { RepublishParts } from './republish-parts.ts';
import { ASK_FIELDS, ASK_MAX, type AskField, type Asking, TRAP } from './republish-view.ts';
import type { RepublishWords } from './republish-words.ts';

export const AskForm = ({ view, words, asking }: RepublishParts & { readonly asking: Asking }) => (
  <section class="ask" aria-labelledby="ask">
    <h2 id="ask">{words.ask}</h2>
    {asking.wrong.length > 0 && <Mend wrong={asking.wrong} words={words} />}
    <p>{words.askIntro}</p>
    <p>{view.terms.approval === 'verified' ? words.askRule : words.askDesk}</p>
    <form method="post" action={`${view.path}/request`}>
      {ASK_FIELDS.map((name) => (
        <Field name={name} asking={asking} words={words} />
      ))}
      <p hidden>
        <label for={TRAP}>{words.trap}</label>
        <input id={TRAP} name={TRAP} tabindex={-1} autocomplete="off" />
      </p>
      <p>
        <button type="submit">{words.send}</button>
      </p>
      <p class="small">{words.askPrivacy}</p>
    </form>
  </section>
);

const Mend = ({ wrong, words }: { wrong: readonly AskField[]; words: RepublishWords }) => (
  <div class="mend" role="alert">
    <p>{words.mend}</p>
    <ul>
      {wrong.map((name) => (
        <li>
          <a href={`#${name}`}>{words.fields[name].wrong}</a>
        </li>
      ))}
    </ul>
  </div>
);

const COMPLETE: Readonly<Record<AskField, string>> = {
  organisation: 'organization',
  name: 'name',
  email: 'email',
  domain: 'off',
  message: 'off',
};

interface FieldProps {
  readonly name: AskField;
  readonly asking: Asking;
  readonly words: RepublishWords;
}

const Field = ({ name, asking, words }: FieldProps) => {
  const { label, wrong, ...more } = words.fields[name];
  const hint = 'hint' in more ? more.hint : null;
  const isWrong = asking.wrong.includes(name);
  const described = [...(hint === null ? [] : [`${name}-hint`]), ...(isWrong ? [`${name}-wrong`] : [])].join(' ');
  return (
    <p class="field">
      <label for={name}>{label}</label>
      {hint !== null && (
        <span class="hint" id={`${name}-hint`}>
          {hint}
        </span>
      )}
      {isWrong && (
        <span class="wrong" id={`${name}-wrong`}>
          {wrong}
        </span>
      )}
      <Control name={name} value={asking.values[name] ?? ''} isWrong={isWrong} described={described} />
    </p>
  );
};

interface ControlProps {
  readonly name: AskField;
  readonly value: string;
  readonly isWrong: boolean;
  readonly described: string;
}

/** A parser drops one line break behind `<textarea>` (HTML standard, 13.1.2.5): not one of the sender's. */
const Control = ({ name, value, isWrong, described }: ControlProps) => {
  const attributes = {
    id: name,
    name,
    maxlength: ASK_MAX[name],
    autocomplete: COMPLETE[name],
    dir: name === 'email' || name === 'domain' ? 'ltr' : 'auto',
    ...(isWrong && { 'aria-invalid': 'true' as const }),
    ...(described !== '' && { 'aria-describedby': described }),
  };
  if (name === 'message')
    return (
      <textarea {...attributes} rows={4}>
        {`\n${value}`}
      </textarea>
    );
  return <input {...attributes} type={name === 'email' ? 'email' : 'text'} value={value} required />;
};
