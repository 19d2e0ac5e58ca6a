/**
 * Rules for browsers at work on a copy: whoever writes, proofs or tests it is no reader of it. Mostly the host alone is
 * known, since browsers send no path to another site (Referrer Policy's default).
 */
import type { Rule } from './class-rule.ts';

export const EDITORS: readonly Rule[] = [
  {
    id: 'our-desk',
    class: 'editor',
    where: [['ourPage', /^\/(?:desk|portal|republish|check)(?:[/?]|$)/]],
    because: 'On our own desk, portal and republish pages a badge is an example of itself.',
  },
  {
    id: 'local-host',
    class: 'editor',
    where: [
      [
        'page',
        /^(?:(?:[\w-]+\.)*(?:localhost|local|test|internal|lan|invalid|home\.arpa)|127\.[\d.]+|10\.[\d.]+|192\.168\.[\d.]+|172\.(?:1[6-9]|2\d|3[01])\.[\d.]+|169\.254\.[\d.]+|\[(?:::1|f[cde][\da-f:]*)\]|[\w-]+)\//,
      ],
    ],
    because: 'Names and addresses that only mean something at home: RFC 1918, 2606, 6761, 6762, 4193, 8375.',
  },
  {
    id: 'staging-host',
    class: 'editor',
    where: [
      [
        'page',
        /^(?:[\w-]+\.)*?(?:(?:staging|stage|stg|dev|uat|qa|preprod|preview|sandbox|test)\d*(?:-[\w-]+)?|[\w-]+-(?:staging|stg|dev|uat|preprod|preview))\.(?!(?:com?|org|net|ac|gov|edu|info|news)\.[a-z]{2}\/)[\w-]+\.[\w.-]+\//,
      ],
    ],
    because:
      'Hosts name what is not yet public by its stage: staging., dev., preview. (Pantheon, Acquia, WordPress VIP).',
  },
  {
    id: 'staging-service',
    class: 'editor',
    where: [
      [
        'page',
        /^[\w.-]+(?:\.wpcomstaging\.com|(?<=stg|dev)\.wpengine\.com|\.kinsta\.cloud|\.flywheelsites\.com|\.instawp\.xyz|\.tastewp\.com|\.ngrok(?:-free)?\.(?:io|app|dev)|\.trycloudflare\.com|\.loca\.lt|\.gitpod\.io|\.github\.dev|\.webcontainer\.io|\.codesandbox\.io)\/|^deploy-preview-\d+--|^(?:dev|test)-[\w-]+\.pantheonsite\.io\//,
      ],
    ],
    because: 'Addresses that hosting services give to copies in the making, tunnels and previews of a deployment.',
  },
  {
    id: 'editing-page',
    class: 'editor',
    where: [
      [
        'page',
        /^[^/]+\/(?:wp-admin|wp-login|ghost|administrator|node\/\d+\/edit|typo3|umbraco|admin|cms|publish\/post|editor)(?:[/?.#]|$)|[?&](?:preview(?:_id|_nonce)?|elementor-preview|customize_changeset_uuid)[=&]|[?&]preview$/,
      ],
    ],
    because: 'Where WordPress, Ghost, Drupal, Joomla, TYPO3 and others write and preview, if the path is sent at all.',
  },
  {
    id: 'editing-host',
    class: 'editor',
    where: [
      [
        'page',
        /^(?:docs\.google\.com|app\.contentful\.com|app\.storyblok\.com|(?:editor|manage)\.wix\.com|[\w-]+\.sanity\.studio|[\w.-]+\.arcpublishing\.com|[\w-]+\.ghost\.io\/ghost|[\w-]+\.prismic\.io|medium\.com\/p\/[\da-f]+\/edit)\b/,
      ],
    ],
    because: 'Hosts where texts are written and not read.',
  },
];
