/** The republish page's own words in English, and which words every table has. The rules are in English everywhere. */
import type { AskField } from './republish-view.ts';

interface FieldWords {
  readonly label: string;
  readonly hint?: string;
  /** What is wrong, and what to write instead. */
  readonly wrong: string;
}

export const en = {
  language: 'en',
  republish: 'Republish',
  about: (title: string) => `The rules, the credit line and the copies of “${title}”.`,
  by: 'By',
  terms: 'Terms',
  licence: 'Licence',
  notBefore: 'Publish it not before',
  toCopies: 'Go to the copies',
  toForm: 'Ask for permission',
  rules: 'The rules',
  rulesIn: '',
  forPrograms: 'The same for programs:',
  credit: 'The credit line',
  creditIntro: { start: 'It stands above the first line of every copy.', end: 'It stands at the end of every copy.' },
  creditKeep: 'Keep the words, the link and the code: they lead readers back to the article, in print too.',
  copies: 'Copies',
  copiesIntro: 'Each copy is complete: headline, byline, text, photos we may pass on, credit line.',
  notYet: 'Copies can’t be made at the moment. Try again later, or write to us.',
  html: 'HTML',
  markdown: 'Markdown',
  text: 'Plain text',
  guides: 'Step by step',
  hints: {
    html: 'For the HTML view of any CMS.',
    markdown: 'For static sites and Markdown editors.',
    text: 'For e-mail, print and apps without formatting.',
  },
  download: 'As a file:',
  copy: { html: 'Copy the HTML', markdown: 'Copy the Markdown', text: 'Copy the text', head: 'Copy the lines' },
  copied: 'Copied. Paste it where you need it.',
  notCopied: 'Your browser did not let us copy. The text is selected: copy it with Ctrl+C, or ⌘C on a Mac.',
  head: 'For the head of your page',
  headIntro:
    'These lines tell search engines which page is the first. They belong between <head> and </head>: in the text of an article they do nothing.',
  leftOut: 'What was left out',
  nothingLeftOut: 'Nothing. All of the article is in the copies.',
  leftOutIntro: 'These photos are not in the copies. Please don’t take them from our page either.',
  unnamedPhoto: 'A photo without a caption',
  programs: 'For programs',
  programsIntro: 'All forms at addresses that stay the same, and as ninjs 3.1:',
  machines: 'What machines may do is in',
  desk: 'Questions?',
  deskIntro: 'Write to our desk:',
  ask: 'Ask for permission',
  askIntro: 'These articles may be republished by whoever has our permission. Tell us who asks and where it would run.',
  askRule: 'Once you have shown that the domain is yours, the answer comes by itself.',
  askDesk: 'Somebody at our desk reads it and answers by e-mail.',
  askPrivacy: 'We use what you write here to answer you, and for nothing else.',
  fields: {
    organisation: { label: 'Organisation', wrong: 'Write who would publish it, in at most 200 characters.' },
    name: { label: 'Your name', wrong: 'Write your name, in at most 200 characters.' },
    email: { label: 'E-mail', wrong: 'Write an e-mail address we can answer to, such as name@partner.example.' },
    domain: {
      label: 'Domain it would appear on',
      hint: 'Without https:// and without a path: partner.example',
      wrong: 'Write a public domain name alone, such as partner.example.',
    },
    message: {
      label: 'Message (optional)',
      hint: 'What you plan, and anything you would like to do otherwise than the rules say.',
      wrong: 'Write at most 2,000 characters.',
    },
  } satisfies Record<AskField, FieldWords>,
  trap: 'Leave this empty',
  send: 'Send the request',
  mend: 'Your request was not sent. Please mend:',
  asked: 'Your request has been sent',
  askedNumber: (number: string) => `It has the number ${number}. Name it when you write to us about it.`,
  askedFor: 'You asked for',
  prove: 'Show us that the domain is yours',
  proveIntro: 'Do one of these two, then press the button:',
  proveDns: 'Add a TXT record to your DNS.',
  proveFile: 'Put a file on your site that holds this line.',
  proveName: 'Name',
  proveAddress: 'Address',
  proveValue: 'Value',
  check: 'Check now',
  looking: 'We are looking at your domain now',
  lookingIntro: 'Give us ten seconds, then press the button again: it tells you what came of it.',
  granted: 'You have our permission',
  grantedIntro: 'We send the key to the partners’ portal, where your copies are, to your e-mail address.',
  declined: 'This request has been answered',
  declinedIntro: 'We could not give this permission. Write to us if you would like to know more.',
  keepPage: 'Keep this page open, or note the value: it is not shown again.',
  back: 'Back to the rules',
  notOurs: 'Not ours to pass on',
  notOursIntro: (publisher: string) =>
    `This article belongs to ${publisher}. We may show it here, but nobody can have a copy from us.`,
  notOursNext: 'To republish it, ask its publisher:',
  toArticle: 'Read it here',
};

export type RepublishWords = Readonly<typeof en>;
