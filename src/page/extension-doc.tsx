/** The `_tearsheet` members of our JSON Feeds (JSON Feed 1.1, "Extensions"), documented where their `about` points. */
import type { Site } from './site.ts';
import { absolute, EXTENSION } from './urls.ts';

interface Member {
  readonly name: string;
  readonly form: string;
  readonly meaning: string;
}

const MEMBERS: readonly Member[] = [
  { name: 'about', form: 'URL', meaning: 'The address of this section.' },
  { name: 'origin', form: 'object', meaning: 'Where a reposted article came from: hops and permission, below.' },
  {
    name: 'credit',
    form: 'text',
    meaning: 'The credit lines of a repost as text, word for word, oldest first. Show them.',
  },
  { name: 'rights', form: 'text', meaning: 'The copyright notice.' },
  { name: 'license', form: 'URL', meaning: 'The licence of the text. Photos have their own.' },
  { name: 'photos', form: 'list of objects', meaning: 'The photos of the article, the lead photo first; below.' },
  { name: 'section', form: 'object', meaning: 'slug and name of the section the article is in.' },
  { name: 'corrections', form: 'list of objects', meaning: 'What was put right, oldest first; below.' },
  { name: 'updated', form: 'RFC 3339', meaning: 'Of a whole feed only: when anything in it last changed.' },
  { name: 'withdrawn', form: 'object', meaning: 'reason and date of a withdrawal. Take your copy down.' },
  { name: 'expired', form: 'object', meaning: 'date from which it may no longer be shown. Take your copy down.' },
];

const HOP: readonly Member[] = [
  { name: 'role', form: 'text', meaning: 'original, republisher, translator or wire.' },
  { name: 'publisher', form: 'text', meaning: 'Who published it.' },
  { name: 'url', form: 'URL', meaning: 'The page it was published at.' },
  { name: 'feed', form: 'URL', meaning: 'The feed it was in, if known.' },
  { name: 'guid', form: 'URI', meaning: 'Its id in that feed, if known.' },
  { name: 'date', form: 'RFC 3339', meaning: 'When it was published there.' },
  { name: 'credit', form: 'text', meaning: 'The credit line that publisher asked for.' },
  { name: 'license', form: 'URL', meaning: 'The licence it was published under there, if it has one.' },
];

const PERMISSION: readonly Member[] = [
  { name: 'basis', form: 'text', meaning: 'written, licence or contract: what our permission rests on.' },
  { name: 'until', form: 'RFC 3339', meaning: 'When it ends, if it does.' },
  {
    name: 'sublicensable',
    form: 'true or false',
    meaning: 'Whether we may pass it on. If false, ask the original publisher.',
  },
];

const PHOTO: readonly Member[] = [
  { name: 'url', form: 'URL', meaning: 'The photo.' },
  { name: 'type', form: 'media type', meaning: 'image/jpeg, image/png, image/gif, image/webp or image/avif.' },
  { name: 'width, height', form: 'number', meaning: 'Its size in pixels.' },
  { name: 'size_in_bytes', form: 'number', meaning: 'Its size in bytes.' },
  { name: 'alt', form: 'text', meaning: 'What it shows, for those who can’t see it.' },
  { name: 'caption', form: 'text', meaning: 'The words below it, if any.' },
  { name: 'credit', form: 'text', meaning: 'Whose it is, word for word. Show it with the photo.' },
  { name: 'rights', form: 'text', meaning: 'own, licensed, third-party, cc or unknown.' },
  { name: 'license', form: 'URL', meaning: 'Its licence, if it has one.' },
  { name: 'holder', form: 'text', meaning: 'Who owns it, if that is not plain from the credit.' },
];

const CORRECTION: readonly Member[] = [
  { name: 'date', form: 'RFC 3339', meaning: 'When it was put right.' },
  { name: 'text', form: 'text', meaning: 'What was wrong.' },
  { name: 'was, now', form: 'text', meaning: 'The words before and after, if given.' },
];

export const ExtensionDoc = ({ site }: { readonly site: Site }) => (
  <section id="tearsheet">
    <h2>
      For programs: <code>_tearsheet</code> in our JSON Feeds
    </h2>
    <p>
      JSON Feed has no place for where an article came from, whose it is and who took its photos. Our feeds carry that
      in an object called <code>_tearsheet</code>: of each item, and of the feed itself. A member that doesn’t apply is
      left out; members may be added, and none will change its meaning.
    </p>
    <Members name="_tearsheet" members={MEMBERS} />
    <Members name="origin.hops[], oldest first, never shortened" members={HOP} />
    <Members name="origin.permission" members={PERMISSION} />
    <Members name="photos[]" members={PHOTO} />
    <Members name="corrections[]" members={CORRECTION} />
    <h3>Example</h3>
    <pre tabindex={0}>
      <code>{example(site)}</code>
    </pre>
  </section>
);

const Members = ({ name, members }: { readonly name: string; readonly members: readonly Member[] }) => (
  <>
    <h3>
      <code>{name}</code>
    </h3>
    <dl class="members">
      {members.map((member) => (
        <div>
          <dt>
            <code>{member.name}</code> <span class="form">{member.form}</span>
          </dt>
          <dd>{member.meaning}</dd>
        </div>
      ))}
    </dl>
  </>
);

const example = (site: Site): string =>
  JSON.stringify(
    {
      _tearsheet: {
        about: absolute(site, EXTENSION),
        origin: {
          hops: [
            {
              role: 'original',
              publisher: 'The Sound Review',
              url: 'https://soundreview.example/eelgrass',
              date: '2026-10-28T08:00:00Z',
              credit: 'This article originally appeared on The Sound Review and is reposted with permission.',
            },
          ],
          permission: { basis: 'written', sublicensable: false },
        },
        credit: 'This article originally appeared on The Sound Review and is reposted with permission.',
      },
    },
    null,
    2,
  );
