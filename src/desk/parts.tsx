/** Small pieces the desk's pages are made of. */
import type { Child } from 'hono/jsx';
import type { Standing } from '../catalogue/standing.ts';
import { rfc3339 } from '../lib/time.ts';
import type { Site } from '../page/site.ts';
import { STANDINGS } from './labels.ts';

/** To the minute, in the publication's time zone. */
export const When = ({ site, at }: { site: Site | null; at: number }) => (
  <time datetime={rfc3339(at)}>
    {new Intl.DateTimeFormat('en-GB', {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone: site?.publication.timeZone ?? 'UTC',
    }).format(at)}
  </time>
);

export const StandingMark = ({ standing }: { standing: Standing }) => (
  <span class={`state ${standing}`}>{STANDINGS[standing]}</span>
);

/** A state as words in a frame: colour only underlines what the words say. */
export const State = ({ kind, children }: { kind: string; children: Child }) => (
  <span class={`state ${kind}`}>{children}</span>
);

/** One fact of a list of facts; a fact that isn't there leaves no line. */
export const Fact = ({ name, children }: { name: string; children: Child }) =>
  children === null || children === undefined || children === '' ? null : (
    <div>
      <dt>{name}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );

export const Empty = ({ children }: { children: Child }) => <p class="empty">{children}</p>;

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly value?: string | undefined;
  readonly id?: string;
  readonly hint?: string;
  readonly max?: number;
  readonly type?: 'text' | 'email' | 'url' | 'date' | 'number';
  readonly required?: boolean;
}

/** One labelled line; the hint is read out with it. */
export const Line = ({ name, label, value, id = name, hint, max, type = 'text', required = false }: FieldProps) => (
  <p class="field">
    <label for={id}>{label}</label>
    {hint !== undefined && (
      <span class="hint" id={`${id}-hint`}>
        {hint}
      </span>
    )}
    <input
      id={id}
      name={name}
      type={type}
      value={value ?? ''}
      required={required}
      dir="auto"
      {...(max === undefined ? {} : { maxlength: max })}
      {...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` })}
    />
  </p>
);

interface AreaProps extends Omit<FieldProps, 'type'> {
  readonly rows?: number;
}

export const Area = ({ name, label, value, id = name, hint, max, required = false, rows = 2 }: AreaProps) => (
  <p class="field">
    <label for={id}>{label}</label>
    {hint !== undefined && (
      <span class="hint" id={`${id}-hint`}>
        {hint}
      </span>
    )}
    <textarea
      id={id}
      name={name}
      rows={rows}
      required={required}
      dir="auto"
      {...(max === undefined ? {} : { maxlength: max })}
      {...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` })}
    >
      {value ?? ''}
    </textarea>
  </p>
);

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly id?: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
}

export const Choice = ({ name, label, id = name, value, options }: ChoiceProps) => (
  <p class="field">
    <label for={id}>{label}</label>
    <select id={id} name={name}>
      {options.map(([each, words]) => (
        <option value={each} selected={each === value}>
          {words}
        </option>
      ))}
    </select>
  </p>
);

/** An article made from a file is sent again as the file has it. */
export const FileNote = () => (
  <p class="hint">
    What you change here stands until the article’s file is published again: a later <code>npm run publish</code> brings
    the file’s version back. Make the same change in the file.
  </p>
);
