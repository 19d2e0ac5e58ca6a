/** Rules for robots, browsers that a program drives, monitors and scanners: by the names they give themselves. */
import type { Rule } from './class-rule.ts';

export const CRAWLERS: readonly Rule[] = [
  {
    id: 'automation',
    class: 'crawler',
    where: [
      [
        'named',
        /headless|phantomjs|slimerjs|puppeteer|playwright|selenium|webdriver|\bcypress\/|lighthouse|\bptst\/|\bsplash\b|ghost inspector/,
      ],
    ],
    because: 'Browsers that a program drives say so: HeadlessChrome (Chromium), Lighthouse, WebPageTest.',
  },
  {
    id: 'automation-brand',
    class: 'crawler',
    where: [['brands', /headless/]],
    because: 'A headless Chromium with another agent still says HeadlessChrome in Sec-CH-UA.',
  },
  {
    id: 'robot-header',
    class: 'crawler',
    where: [['robotic', /from/]],
    because: 'Robots should send From, and no browser does without being told to (RFC 9110, 10.1.2).',
  },
  {
    id: 'robot-name',
    class: 'crawler',
    where: [
      [
        'named',
        /(?<!cu)bots?(?![a-z])|(?<!cu)bot[-_/]|crawl|spider|slurp|scrap(?:er|y|ing)\b|archiver|\barchive\.org|fetcher|mediapartners-|googleother|googleproducer|google favicon|harvest|indexer\b|-google\b|\bgoogle-(?!http)[a-z]|like gecko; (?:compatible|google)/,
      ],
    ],
    because:
      'Robots name themselves so that sites can address them in robots.txt (RFC 9309, 2.2.1); a CUBOT is a phone.',
  },
  {
    id: 'monitor',
    class: 'crawler',
    where: [
      [
        'named',
        /pingdom|uptime|statuscake|site24x7|newrelicpinger|datadog|gtmetrix|checkly|catchpoint|dareboost|monitor(?:ing)?(?![a-z])|synthetic|gomezagent|thousandeyes|observatory\/|siteimprove|silktide|hardenize|datanyze|linktiger|w3c_|validator|link ?check|checker\b|nagios|zabbix|prometheus|pagespeed|ssl ?labs|wappalyzer|builtwith|netcraft|censys|zgrab|masscan|\bnmap\b|nuclei|nikto|sqlmap|openvas|wpscan|acunetix|qualys|expanse|internet-measurement|leakix|httrack/,
      ],
    ],
    because: 'Monitors, checkers and scanners are configured by whoever runs them and name their service.',
  },
  {
    id: 'contact',
    class: 'crawler',
    where: [
      [
        'named',
        /\bhttps?:(?!\/\/(?:www\.)?bsalsa)|@[a-z][\w-]*\.[a-z]|[(;+ ]www\.(?!bsalsa)|[ (][\w-]+\.(?:com|org|net|io|ai)(?=[/);]|$)/,
      ],
    ],
    because: 'Robots leave an address to complain to (Common Crawl, Google and Bing do); browsers have none to give.',
  },
];
