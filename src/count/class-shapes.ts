/** Rules for what is known by no name: what it is made like, and what it leaves out. */
import type { Rule } from './class-rule.ts';

/** What a browser of any age has in its agent, or begins with. */
const BROWSER =
  /applewebkit|\bgecko\b|trident\/|\bmsie |presto\/|^opera\/|khtml|netfront|\bmidp|up\.browser|obigo|\bpsp |playstation|nintendo|blackberry|nokia|symbian|series60|servo\/|goanna|ladybird|ucbrowser|netpositive|voyager|teleca|polaris|\bbrew\b|foma;|sonyericsson|samsung|operamini|lotus-notes|^(?:lynx|e?links|w3m|emacs-w3m|netsurf|dillo|ncsa|ucweb|ibrowse|amiga|konqueror|icab|mosaic|oregano|cyberdog|omniweb)\b|\b(?:netscape|galeon|ibrowse|amiga|netsurf|dillo|icab|omniweb)\b|mozilla\/[34]\.\d+ ?\[|mozilla\/[34]\.\d+ \((?:x11|win|mac|os\/2)/;

const APP =
  /cfnetwork\/|\bdalvik\/|\((?:iphone|ipad|ipod)|\bios\/?[ \d]|\bandroid[ /]?\d|windows phone|^mozacfetch|^\[fban/;

/** Mail programs that draw pictures themselves. */
const MAIL =
  /\bms-?office\b|^microsoft office\/|microsoft outlook|outlook-(?:ios|android)|thunderbird|airmail|\beudora/;

/** Desktop Chrome since 80 and Firefox since 90 send languages and Fetch Metadata with whatever they ask over https. */
const NEW_DESKTOP =
  /^mozilla\/5\.0 \((?:windows nt|macintosh|x11)[^()]*\) (?:applewebkit\/537\.36 \(khtml, like gecko\) chrome\/(?:[89]\d|\d{3})\.|gecko\/20100101 firefox\/(?:9\d|\d{3})\.)/;

export const SHAPES: readonly Rule[] = [
  {
    id: 'no-agent',
    class: 'crawler',
    where: [['agent', /^[^a-z]*$/]],
    because: 'Every browser names itself; what has no word to say for itself is a script.',
  },
  {
    id: 'attack',
    class: 'crawler',
    where: [
      [
        'named',
        /\(\) ?\{|\$\{|<[a-z!?/]|\bunion (?:all )?select|\(select\b|sleep\(|burpcollaborator|\.\.\/|\bor 1=1|\/etc\/|%0[ad]/,
      ],
    ],
    because: 'Code where a name belongs tries whoever logs it (CVE-2014-6271, CVE-2021-44228).',
  },
  {
    id: 'mail-program',
    class: 'reader',
    where: [
      ['kind', /view/],
      ['named', MAIL],
    ],
    because: 'Outlook and others load a mail’s pictures themselves when it is opened (Microsoft: MSOffice agents).',
  },
  {
    id: 'app',
    class: 'reader',
    where: [
      ['kind', /view/],
      ['agent', APP],
    ],
    unless: ['agent', BROWSER],
    because: 'Apps that draw an article themselves load its pictures with the phone’s own client (CFNetwork, Dalvik).',
  },
  {
    id: 'feed-fetcher',
    class: 'crawler',
    where: [
      [
        'named',
        /^[\w .-]*(?:rss|feed)|^(?:inoreader|newsblur|miniflux|netnewswire|newsboat|akregator|liferea|simplepie|superfeedr|blogtrottr)|\(rss reader|feed parser/,
      ],
    ],
    unless: ['agent', /applewebkit/],
    because:
      'A feed reader polls under its own name and shows pages in a web view, under the browser’s (their manuals).',
  },
  {
    id: 'no-browser',
    class: 'crawler',
    where: [],
    unless: ['agent', BROWSER],
    because: 'No engine and no known browser: HTTP libraries go by their own names (curl, Python, Go, Java).',
  },
  {
    id: 'bare-browser',
    class: 'crawler',
    where: [
      ['sent', /^$/],
      ['agent', NEW_DESKTOP],
    ],
    because:
      'It says Chrome or Firefox, yet sends none of what they always send: a script in disguise (Fetch Metadata).',
  },
];
