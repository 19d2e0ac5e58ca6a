/** The form that gives a permission, as the document the editor API takes: one schema checks both. */
import { rfc3339 } from '../lib/time.ts';
import { endOfDay, startOfDay } from './days.ts';
import { lineOf } from './form.ts';
import { OTHER_SCOPE } from './give-form.tsx';

const NUMBERS = ['delayHours', 'share', 'removeAfterDays'] as const;
const WORDS = ['carriers', 'canonical'] as const;

export function grantDocument(form: URLSearchParams, timeZone: string): object {
  const scope = lineOf(form, 'scope');
  return {
    scope: scope === OTHER_SCOPE ? lineOf(form, 'other') : scope,
    terms: lineOf(form, 'terms'),
    agreed: agreedIn(form),
    ...dated('from', startOfDay, form, timeZone),
    ...dated('until', endOfDay, form, timeZone),
    ...(form.has('state') && { state: lineOf(form, 'state') }),
  };
}

type Reading = (day: string, timeZone: string) => number | null;

/** A day that is none goes to the schema as it is, which says so. */
function dated(name: 'from' | 'until', read: Reading, form: URLSearchParams, timeZone: string): object {
  const day = lineOf(form, name);
  if (day === '') return {};
  const moment = read(day, timeZone);
  return { [name]: moment === null ? day : rfc3339(moment) };
}

function agreedIn(form: URLSearchParams): object {
  const words = WORDS.map((name) => [name, lineOf(form, name)] as const).filter(([, value]) => value !== '');
  const numbers = NUMBERS.map((name) => [name, lineOf(form, name)] as const).filter(([, value]) => value !== '');
  return { ...Object.fromEntries(words), ...Object.fromEntries(numbers.map(([name, value]) => [name, Number(value)])) };
}
