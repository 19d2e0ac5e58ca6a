/** Rules that know programs by the names they give themselves, as their makers document them. */
import type { Rule } from './class-rule.ts';

/** Nobody looks yet: the browser, the mail service or a filter in between asks ahead. */
export const AHEAD: readonly Rule[] = [
  {
    id: 'purpose',
    class: 'prefetch',
    where: [['purpose', /prefetch|prerender|preview/]],
    because: 'Sec-Purpose (Fetch standard), Purpose (Chromium, WebKit) and X-Moz (Gecko) mark what is fetched ahead.',
  },
  {
    id: 'gmail-ahead',
    class: 'prefetch',
    where: [['agent', / edge\/12\.246 mozilla\/5\.0$/]],
    because: 'Gmail loads the pictures of new mail with this one agent before anybody opens it (SparkPost, 2022).',
  },
  {
    id: 'link-scanner',
    class: 'prefetch',
    where: [
      [
        'named',
        /\b(?:barracuda|proofpoint|mimecast|ironport|ciscosecureemail|virustotal|webpulse|urlscan|fortimail|office (?:existence|protocol) discovery)/,
      ],
    ],
    because: 'Mail gateways follow every link of a mail to check it; some say who they are.',
  },
  {
    id: 'office-link',
    class: 'prefetch',
    where: [
      ['kind', /click/],
      ['agent', /\bms-?office\b|^microsoft office\//],
    ],
    because: 'Office asks for a link itself before it hands it to the browser, which asks again (Microsoft KB 899927).',
  },
  {
    id: 'no-navigation',
    class: 'prefetch',
    where: [
      ['kind', /click/],
      ['fetch', / (?:empty|image|script|style|font|audio|video|track|manifest|worker)$/],
    ],
    because: 'Following a link is a navigation (Fetch Metadata); what a script or picture loads, nobody follows.',
  },
];

/** Before the wide word `bot`, which many of them end in. */
export const AI: readonly Rule[] = [
  {
    id: 'ai-crawler',
    class: 'ai',
    where: [
      [
        'named',
        /\b(?:gptbot|oai-(?:search|adsbot)|ccbot|claude-?bot|claude-(?:web|searchbot)|anthropic-ai|perplexitybot|bytespider|tiktokspider|amazonbot|amzn-search|meta-externalagent|meta-webindexer|facebookbot|google-(?:extended|cloudvertexbot)|cloudvertexbot|cohere-|ai2bot|aisearchbot|azureai-|deepseekbot|diffbot|omgili|webzio|youbot|timpibot|pangubot|imagesiftbot|img2dataset|sbintuitions|brightbot|linkupbot|tavily|chatglm|tongyibot|yiyanbot|iaskbot|iaskspider|laion|firecrawl|crawl4ai|apify)/,
      ],
    ],
    because: 'Their makers document these names; ai.robots.txt collects them.',
  },
  {
    id: 'ai-fetcher',
    class: 'ai',
    where: [
      [
        'named',
        /\b(?:chatgpt-user|chatgpt agent|claude-user|claude-code|perplexity-?user|mistralai-|meta-externalfetcher|duckassistbot|amzn-user|amazonbuyforme|google-(?:agent|notebooklm|gemini)|googleagent|gemini-deep|notebooklm|manus-user|novaact|kimi-user|kagi-fetcher|phindbot|andibot|linerbot|devin\/|lightpanda|bedrock-agentcore)/,
      ],
    ],
    because:
      'They fetch because somebody asked an assistant; that person reads the answer, not the page (OpenAI, Anthropic).',
  },
  {
    id: 'signed-agent',
    class: 'ai',
    where: [['robotic', /signature-agent/]],
    because: 'Agents that sign their requests name their keys in Signature-Agent (Web Bot Auth draft; ChatGPT agent).',
  },
];

/** Somebody reads, behind a service that fetches for them. */
export const PROXIES: readonly Rule[] = [
  {
    id: 'mail-proxy',
    class: 'proxy',
    where: [
      [
        'named',
        /googleimageproxy|\(via ggpht\.com|yahoomailproxy|^ramblermail\/|mail\.ukr\.net proxy|^shortwave image/,
      ],
    ],
    because:
      'Gmail, Yahoo, Rambler and others load pictures for a reader who opened the mail (their help pages; WURFL, 2018).',
  },
  {
    id: 'mail-relay',
    class: 'proxy',
    where: [
      ['kind', /view/],
      ['agent', /^mozilla\/5\.0$/],
    ],
    because:
      'Apple Mail Privacy Protection loads pictures through relays whose whole agent is Mozilla/5.0 (Bird, 2021).',
  },
  {
    id: 'image-proxy',
    class: 'proxy',
    where: [
      [
        'named',
        /\bgithub-camo|^camo\b|camo asset proxy|\bimageproxy\b|^imgproxy\b|^thumbor\b|^photon\/|images\.weserv\.nl|^willnorris/,
      ],
    ],
    because:
      'GitHub, Feedbin, NewsBlur, WordPress.com and others show pictures through these proxies, when somebody looks.',
  },
  {
    id: 'saving-proxy',
    class: 'proxy',
    where: [['agent', /\bopera mini\/|googleweblight|via translate\.google|google-read-aloud|silk-accelerated=true/]],
    because: 'Opera Mini, Silk, Google Translate and Read Aloud fetch on their servers for the person who asked.',
  },
  {
    id: 'via-image-proxy',
    class: 'proxy',
    where: [['via', /image-resizing|chrome-compression-proxy|camo|imageproxy/]],
    because: 'Resizers and savers add themselves to Via (RFC 9110, 7.6.3; Cloudflare Images).',
  },
];

/** Somebody pasted a link; whoever sees the card hasn't read. */
export const PREVIEWS: readonly Rule[] = [
  {
    id: 'preview',
    class: 'preview',
    where: [
      [
        'named',
        /\b(?:facebookexternalhit|meta-externalhit|facebookcatalog|facebot|facebookplatform|twitterbot|slackbot|slack-imgproxy|linkedinbot|discordbot|telegrambot|redditbot|pinterestbot|pinterest\/0\.|skypeuripreview|vkshare|vkrobot|odklbot|iframely|embedly|mattermost-bot|rocket\.chat|synapse|summalybot|kakaotalk-scrap|line-poker|chatwork|dingtalkbot|groupmebot|keybasebot|flipboardproxy|clickuplinkunfurler|evernoterichlink|discourse forum onebox|opengraph\.io|xing-contenttab|steamchaturllookup|peekbot|microlink)|(?:^|[(;] ?)(?:mastodon|pleroma|akkoma|misskey|lemmy|friendica|bluesky|notion\/|tumblr\/|hatena)|^whatsapp\b|^viber$|(?<!developer)preview(?:bot)?\/|(?:ur[il]|link|web|page|site)[ -]?preview|unfurl/,
      ],
    ],
    because:
      'Chats and networks fetch a pasted link once, to draw its card, with these names in their developer pages.',
  },
];
