/** Why a request for permission is not taken, each with what to do. */
import type { Refusal } from './refusals.ts';

/** Another site's form would make its readers ask in its name. */
export const NOT_OURS: Refusal = {
  status: 403,
  title: 'Not from here',
  detail: 'This was not sent from our page, so nothing was done. Open the page of the article, and ask from there.',
};

export const TOO_OFTEN: Refusal = {
  status: 429,
  title: 'Too many requests',
  detail: 'Too many requests for permission came from your network. Wait a minute, then send yours again.',
  headers: { 'retry-after': '60' },
};

export const NO_FORM: Refusal = {
  status: 400,
  title: 'Not a form of ours',
  detail: 'Go back to the page, and send the form from there.',
};

export const TRAPPED: Refusal = {
  status: 400,
  title: 'Not sent',
  detail: 'A field that nobody can see was filled in, which only programs do. If you are a person, write to our desk.',
};

export const FULL: Refusal = {
  status: 503,
  title: 'Too many open requests',
  detail: 'Our desk has more requests than it can answer. Try again in a few days, or write to it.',
  headers: { 'retry-after': '86400' },
};

export const NO_REQUEST: Refusal = {
  status: 404,
  title: 'No such request',
  detail: 'There is no request with this number and value. Send a new one from the page of the article.',
};
