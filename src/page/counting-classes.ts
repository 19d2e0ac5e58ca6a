/** Who asks for a badge or follows a credit link, in words for readers, partners and editors. By the class's own name. */
export interface ClassWords {
  readonly name: string;
  readonly means: string;
  readonly people: boolean;
}

export const CLASS_WORDS: Readonly<Record<string, ClassWords>> = {
  reader: {
    name: 'Readers',
    means: 'A browser, or an app that shows pages as a browser does.',
    people: true,
  },
  proxy: {
    name: 'Readers behind a proxy',
    means: 'A mail or reading service that fetches pictures for the person who reads, so that we don’t see them.',
    people: true,
  },
  preview: {
    name: 'Link previews',
    means: 'A messenger or network that makes a preview of a link somebody shared. Nobody has read anything yet.',
    people: false,
  },
  crawler: {
    name: 'Crawlers and monitors',
    means: 'Search engines, archives, monitors, and programs that don’t say what they are.',
    people: false,
  },
  ai: { name: 'AI fetchers', means: 'Programs that fetch text for AI models or their answers.', people: false },
  editor: {
    name: 'Editors at work',
    means: 'Somebody who looks at the copy in an editing system, a preview or a test site.',
    people: false,
  },
  prefetch: {
    name: 'Fetched ahead',
    means: 'A browser that fetches a page in case it is wanted. Nobody has seen it.',
    people: false,
  },
};
