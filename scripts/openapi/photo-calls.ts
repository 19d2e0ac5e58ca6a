/** Photos. */
import { type Operation, pathParameter } from './operation.ts';

const HASH = '3d227fda8efa673e5f0d1c49b83bf6247c3361ba9a6d3d286f2caff32faf5e87';

const photo = { asset: HASH, type: 'image/jpeg', bytes: 52729, width: 800, height: 1000 };

export const PHOTO_CALLS: readonly Operation[] = [
  {
    id: 'putAsset',
    method: 'PUT',
    path: '/assets',
    scope: 'publish',
    tag: 'Photos',
    summary: 'Store a photo',
    description: 'The bytes as the body, at most 8 MB and 20,000 pixels a side. The type is read from the bytes.',
    body: { type: 'image/*', schema: {}, description: 'JPEG, PNG, GIF, WebP or AVIF' },
    answers: [
      {
        status: 200,
        description: 'It is stored. Nobody sees it before an article that is shown uses it.',
        schema: 'StoredAsset',
        example: { ...photo, url: `https://news.example/media/${HASH}.jpg` },
      },
    ],
    problems: [400, 413, 415, 422],
  },
  {
    id: 'getAsset',
    method: 'GET',
    path: '/assets/{hash}',
    scope: 'read',
    tag: 'Photos',
    summary: 'Read what is known of a photo',
    parameters: [pathParameter('hash', 'SHA-256 of its bytes', HASH)],
    answers: [{ status: 200, description: 'It is stored.', schema: 'Asset', example: photo }],
    problems: [404],
  },
];
