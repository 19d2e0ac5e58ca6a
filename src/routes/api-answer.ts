/** The editor API's answers: JSON, never cached; and the one place where reasons become statuses. */
import type { FieldProblem } from '../article/field-problem.ts';
import { MAX_PHOTO_BYTES, MAX_SIDE, type PhotoProblem } from '../editor/photo-bytes.ts';
import { type Problem, problemResponse } from '../http/problem.ts';
import type { PublishProblem } from '../publish/publish-article.ts';

export const json = (value: unknown, status = 200): Response =>
  new Response(JSON.stringify(value), {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });

export function publishProblem(problem: PublishProblem): Problem {
  switch (problem.reason) {
    case 'invalid':
      return invalid(problem.problems);
    case 'conflict':
      return { status: 409, title: 'Already taken', detail: summary(problem.problems), errors: problem.problems };
    case 'overtaken':
      return {
        status: 503,
        title: 'Overtaken',
        detail: 'The article kept changing while it was written. Send it again.',
        headers: { 'retry-after': '1' },
      };
  }
}

export const invalid = (problems: readonly FieldProblem[]): Problem => ({
  status: 422,
  title: 'Not valid',
  detail: summary(problems),
  errors: problems,
});

const summary = (problems: readonly FieldProblem[]): string =>
  problems
    .slice(0, 3)
    .map(({ pointer, detail }) => `${pointer || '/'}: ${detail}`)
    .join(' · ');

export function photoProblem(problem: PhotoProblem): Problem {
  switch (problem.reason) {
    case 'empty':
      return { status: 400, title: 'No photo', detail: 'The request has no body. Send the photo’s bytes.' };
    case 'too large':
      return tooLarge(MAX_PHOTO_BYTES);
    case 'too wide':
      return { status: 422, title: 'Photo too wide', detail: `Send a photo of at most ${MAX_SIDE} pixels a side.` };
    case 'not a photo':
      return {
        status: 415,
        title: 'Not a photo',
        detail: 'These bytes are no JPEG, PNG, GIF, WebP or AVIF. SVG is refused, because it can hold script.',
      };
    case 'other type':
      return {
        status: 415,
        title: 'Another type',
        detail: `Content-Type says ${problem.declared}, the bytes are ${problem.found}. Send the type they are.`,
      };
  }
}

export const tooLarge = (maxBytes: number): Problem => ({
  status: 413,
  title: 'Too large',
  detail: `Send at most ${maxBytes} bytes.`,
});

export const notJson: Problem = {
  status: 400,
  title: 'Not JSON',
  detail: 'The body is not JSON. Send one JSON object.',
};

export const noPublication: Problem = {
  status: 409,
  title: 'No publication',
  detail: 'Say first whose articles these are: PUT /api/publication.',
};

export const noSuch = (what: string): Problem => ({ status: 404, title: 'Not found', detail: `There is no ${what}.` });

export const problem = problemResponse;
