/** Articles. */
import { type Operation, pathParameter, queryParameter } from './operation.ts';

const ID = 'tag:harbourlight.example,2026-11-22:pilot-boat';
const URL_OF = 'https://news.example/articles/pilot-boat';
const DIGEST = '42b7b9421d6429c401991a6ac356e07924d83723ffeaf73f2d1fe24c4b5b09f9';

const QUIETER = 'The pilot boat has a quieter engine';

const article = {
  id: ID,
  slug: 'pilot-boat',
  title: 'The pilot boat has a new engine',
  byline: [{ name: 'Ines Vold' }],
  section: 'islands',
  published: '2026-11-22T09:00:00+01:00',
  body: '<p>It is quieter than the old one.</p>',
};

const stored = {
  id: ID,
  guid: ID,
  slug: 'pilot-boat',
  aliases: [],
  title: QUIETER,
  dek: '',
  byline: article.byline,
  section: 'islands',
  tags: [],
  language: 'en',
  body: article.body,
  published: '2026-11-22T08:00:00Z',
  modified: '2026-11-22T08:00:00Z',
  status: 'usable',
  photos: [],
  corrections: [],
};

const put = { id: ID, slug: 'pilot-boat', changed: true, revision: 1, url: URL_OF };
const broken = { status: 400, title: 'Not JSON', detail: 'The body is not JSON. Send one JSON object.' };

const articleId = pathParameter('id', 'The article’s id', ID);

export const ARTICLE_CALLS: readonly Operation[] = [
  {
    id: 'putArticle',
    method: 'PUT',
    path: '/articles',
    scope: 'publish',
    tag: 'Articles',
    summary: 'Publish an article, or change the one with the same id',
    description: 'At most 2 MB. What was sent already changes nothing.',
    body: { schema: 'Article', example: article },
    answers: [
      { status: 201, description: 'It is new.', schema: 'Published', example: put },
      { status: 200, description: 'It was there.', schema: 'Published', example: { ...put, changed: false } },
    ],
    problems: [400, 409, 413, 422],
  },
  {
    id: 'postArticles',
    method: 'POST',
    path: '/articles',
    scope: 'publish',
    tag: 'Articles',
    summary: 'Publish up to 20 articles, one a line',
    description:
      'At most 8 MB. One line of answer for each, in order; a bad one keeps no other back. Look at each `status`.',
    body: {
      type: 'application/x-ndjson',
      schema: { type: 'string', description: 'Each line an Article as JSON' },
      example: `${JSON.stringify({ ...article, title: QUIETER })}\n{ no JSON\n`,
    },
    answers: [
      {
        status: 200,
        type: 'application/x-ndjson',
        description: 'Each line is a LineAnswer.',
        schema: 'LineAnswer',
        example: [
          { line: 1, id: ID, slug: 'pilot-boat', status: 200, changed: true, revision: 2, url: URL_OF },
          { line: 2, status: 400, problem: broken },
        ],
      },
    ],
    problems: [409, 413],
  },
  {
    id: 'getArticles',
    method: 'GET',
    path: '/articles',
    scope: 'read',
    tag: 'Articles',
    summary: 'List all articles, also those nobody can see',
    parameters: [
      queryParameter('limit', 'How many', { type: 'integer', minimum: 1, maximum: 500, default: 500 }),
      queryParameter('after', 'The `next` of the page before', { type: 'integer', minimum: 0, default: 0 }),
    ],
    answers: [
      {
        status: 200,
        description: 'By number.',
        schema: 'ArticleList',
        example: {
          articles: [
            {
              number: 1,
              id: ID,
              slug: 'pilot-boat',
              status: 'usable',
              standing: 'shown',
              digest: DIGEST,
              revision: 2,
            },
          ],
          next: null,
        },
      },
    ],
  },
  {
    id: 'getArticle',
    method: 'GET',
    path: '/articles/{id}',
    scope: 'read',
    tag: 'Articles',
    summary: 'Read an article as it can be sent back',
    parameters: [articleId],
    answers: [
      {
        status: 200,
        description: 'With the body as it was sanitised.',
        schema: 'ArticleAnswer',
        example: { article: stored, revision: 2, standing: 'shown', digest: DIGEST, url: URL_OF },
      },
    ],
    problems: [404],
  },
  {
    id: 'deleteArticle',
    method: 'DELETE',
    path: '/articles/{id}',
    scope: 'publish',
    tag: 'Articles',
    summary: 'Withdraw an article',
    description: 'Nothing is deleted: the page answers 410, and the feeds say so for 30 days.',
    parameters: [articleId, queryParameter('reason', 'The sentence readers see', { type: 'string', maxLength: 500 })],
    answers: [
      {
        status: 200,
        description: 'It is withdrawn.',
        schema: 'Withdrawn',
        example: { id: ID, slug: 'pilot-boat', changed: true },
      },
    ],
    problems: [404, 409],
  },
];
