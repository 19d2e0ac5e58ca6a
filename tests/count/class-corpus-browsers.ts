/** Browsers that people use, by the formats their makers document; each with what it sends for a picture on a page. */
import { type Entry, entries } from './class-entry.ts';

const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';
const LINUX = 'Mozilla/5.0 (X11; Linux x86_64)';
const PHONE = 'Mozilla/5.0 (Linux; Android 10; K)';
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X)';
const IPAD = 'Mozilla/5.0 (iPad; CPU OS 17_7 like Mac OS X)';
const BLINK = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const WEBKIT = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';

/** Chromium and Firefox send Fetch Metadata since 2020 and 2021, Safari since 2023. */
const SENT = {
  accept: 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8',
  'accept-language': 'en-GB,en;q=0.9',
  'sec-fetch-site': 'cross-site',
  'sec-fetch-mode': 'no-cors',
  'sec-fetch-dest': 'image',
  referer: 'https://harbour-times.example/',
};
const SENT_BEFORE = {
  accept: 'image/png,image/*;q=0.8,*/*;q=0.5',
  'accept-language': 'de',
  referer: 'https://x.example/',
};
const SENT_BY_OLD = { accept: '*/*', 'accept-language': 'pt-BR' };

const DESKTOP: readonly string[] = [
  `${WINDOWS} ${BLINK} Chrome/141.0.0.0 Safari/537.36`,
  `${MAC} ${BLINK} Chrome/141.0.0.0 Safari/537.36`,
  `${LINUX} ${BLINK} Chrome/139.0.0.0 Safari/537.36`,
  `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${BLINK} Chrome/138.0.0.0 Safari/537.36`,
  `Mozilla/5.0 (Windows NT 6.1; Win64; x64) ${BLINK} Chrome/109.0.0.0 Safari/537.36`,
  `${WINDOWS} ${BLINK} Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0`,
  `${MAC} ${BLINK} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`,
  `${WINDOWS} ${BLINK} Chrome/134.0.0.0 Safari/537.36 OPR/119.0.0.0`,
  `${WINDOWS} ${BLINK} Chrome/138.0.0.0 Safari/537.36 OPR/122.0.0.0 (Edition Yx GX)`,
  `${WINDOWS} ${BLINK} Chrome/138.0.7204.251 Safari/537.36 Vivaldi/7.5.3735.66`,
  `${WINDOWS} ${BLINK} Chrome/136.0.0.0 YaBrowser/25.6.0.0 Safari/537.36`,
  `${WINDOWS} ${BLINK} Chrome/137.0.0.0 Safari/537.36 Avast/137.0.31101.121`,
  `${WINDOWS} ${BLINK} Chrome/137.0.0.0 Safari/537.36 Norton/137.0.31101.121`,
  `${WINDOWS} ${BLINK} Chrome/126.0.0.0 Safari/537.36 CCleaner/126.0.0.0`,
  `${WINDOWS} ${BLINK} Chrome/130.0.0.0 Whale/4.29.282.14 Safari/537.36`,
  `${LINUX} ${BLINK} Ubuntu Chromium/132.0.0.0 Chrome/132.0.0.0 Safari/537.36`,
  `${LINUX} ${BLINK} QtWebEngine/6.7.2 Chrome/118.0.5993.220 Safari/537.36`,
  `${LINUX} ${BLINK} Falkon/24.08 QtWebEngine/6.7.2 Chrome/118.0.5993.220 Safari/537.36`,
  `${WINDOWS} ${BLINK} Slack/4.45.69 Chrome/136.0.7103.115 Electron/36.3.1 Safari/537.36 Sonic Slack_SSB/4.45.69`,
  `${WINDOWS} ${BLINK} discord/1.0.9209 Chrome/134.0.6998.205 Electron/35.3.0 Safari/537.36`,
  `${MAC} ${BLINK} Notion/4.19.0 Chrome/136.0.7103.177 Electron/36.7.1 Safari/537.36`,
  `${WINDOWS} ${BLINK} Teams/25.17 Chrome/138.0.0.0 Safari/537.36 Edg/138.0.0.0`,
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:142.0) Gecko/20100101 Firefox/142.0',
  'Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:141.0) Gecko/20100101 Firefox/141.0',
  'Mozilla/5.0 (Windows NT 10.0; rv:128.0) Gecko/20100101 Firefox/128.0',
  'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Thunderbird/128.10.0',
  `${MAC} ${WEBKIT} Version/18.6 Safari/605.1.15`,
  `${MAC} ${WEBKIT} Version/18.5 Safari/605.1.15 Ddg/18.5`,
  `Mozilla/5.0 (X11; Linux x86_64) ${WEBKIT} Version/18.0 Safari/605.1.15 Epiphany/605.1.15`,
  `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${WEBKIT}`,
];

const PHONES: readonly string[] = [
  `${PHONE} ${BLINK} Chrome/141.0.0.0 Mobile Safari/537.36`,
  `Mozilla/5.0 (Linux; Android 9; SM-T590) ${BLINK} Chrome/137.0.0.0 Safari/537.36`,
  `Mozilla/5.0 (Linux; Android 7.0; Moto G (4)) ${BLINK} Chrome/119.0.0.0 Mobile Safari/537.36`,
  `${PHONE} ${BLINK} Chrome/140.0.0.0 Mobile Safari/537.36 EdgA/140.0.0.0`,
  `${PHONE} ${BLINK} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`,
  `${PHONE} ${BLINK} Chrome/138.0.0.0 Mobile Safari/537.36 OPR/92.0.0.0`,
  `Mozilla/5.0 (Linux; Android 12; K) ${BLINK} Version/4.0 Chrome/138.0.0.0 Mobile DuckDuckGo/5 Safari/537.36`,
  `${PHONE} ${BLINK} Chrome/130.0.0.0 Mobile Safari/537.36 (Ecosia android@130.0.6723.102)`,
  `Mozilla/5.0 (Linux; U; Android 13; zh-cn; 2211133C Build/TKQ1) ${BLINK} Version/4.0 Chrome/112.0.5615.136 Mobile Safari/537.36 XiaoMi/MiuiBrowser/18.4.130419`,
  `Mozilla/5.0 (Linux; Android 12; NOH-NX9; HMSCore 6.14.0.302) ${BLINK} Chrome/114.0.5735.196 HuaweiBrowser/16.0.0.300 Mobile Safari/537.36`,
  `Mozilla/5.0 (Linux; U; Android 11; en-US; RMX2185 Build/RP1A) ${BLINK} Version/4.0 Chrome/100.0.4896.58 UCBrowser/13.8.0.1325 Mobile Safari/537.36`,
  `Mozilla/5.0 (Linux; Android 9; KFMAWI) ${BLINK} Silk/112.5.1 like Chrome/112.0.5615.213 Safari/537.36`,
  `Mozilla/5.0 (Linux; Android 10; K) ${BLINK} Brave Chrome/138.0.0.0 Mobile Safari/537.36`,
  'Mozilla/5.0 (Android 15; Mobile; rv:142.0) Gecko/142.0 Firefox/142.0',
  'Mozilla/5.0 (Android 13; Tablet; rv:128.0) Gecko/128.0 Firefox/128.0',
  `${IPHONE} ${WEBKIT} Version/18.6 Mobile/15E148 Safari/604.1`,
  `${IPAD} ${WEBKIT} Version/17.7 Mobile/15E148 Safari/604.1`,
  `${IPHONE} ${WEBKIT} CriOS/141.0.7390.41 Mobile/15E148 Safari/604.1`,
  `${IPHONE} ${WEBKIT} FxiOS/143.0 Mobile/15E148 Safari/605.1.15`,
  `${IPHONE} ${WEBKIT} Version/18.0 EdgiOS/140.0.3485.71 Mobile/15E148 Safari/604.1`,
  `${IPHONE} ${WEBKIT} Version/18.6 Mobile/15E148 Safari/604.1 (Ecosia ios@11.2.0.2401)`,
  `${IPHONE} ${WEBKIT} Version/18.3 Mobile/15E148 DuckDuckGo/7 Safari/605.1.15`,
  `${IPHONE} ${WEBKIT} Focus/138.0 Mobile/15E148`,
  'Mozilla/5.0 (Mobile; Nokia_8110_4G; rv:48.0) Gecko/48.0 Firefox/48.0 KAIOS/2.5',
];

/** Makers may call a telephone what they like. */
const ODD_PHONES: readonly string[] = [
  `Mozilla/5.0 (Linux; Android 9; CUBOT_X19_S Build/PPR1.180610.011) ${BLINK} Chrome/124.0.0.0 Mobile Safari/537.36`,
  `Mozilla/5.0 (Linux; Android 13; CUBOT KINGKONG STAR) ${BLINK} Chrome/128.0.0.0 Mobile Safari/537.36`,
  `Mozilla/5.0 (Linux; Android 6.0; CUBOT MAX) ${BLINK} Chrome/72.0.3626.121 Mobile Safari/537.36`,
  `Mozilla/5.0 (Linux; Android 11; ROBOT K8 Build/RP1A.200720.011) ${BLINK} Chrome/120.0.0.0 Mobile Safari/537.36`,
  `Mozilla/5.0 (Linux; Android 12; Spider X2 Build/SP1A) ${BLINK} Chrome/121.0.0.0 Mobile Safari/537.36`,
  `Mozilla/5.0 (Linux; Android 10; Crawler-5G) ${BLINK} Chrome/111.0.0.0 Mobile Safari/537.36`,
  `Mozilla/5.0 (Linux; Android 8.1; Preview Monitor 10 (bot edition) Build/O11) ${BLINK} Chrome/99.0.0.0 Safari/537.36`,
  `Mozilla/5.0 (Linux; Android 12; Curl Python Build/S) ${BLINK} Chrome/117.0.0.0 Mobile Safari/537.36`,
];

const OLD: readonly string[] = [
  'Mozilla/5.0 (Windows NT 6.1; WOW64; Trident/7.0; rv:11.0) like Gecko',
  'Mozilla/5.0 (compatible; MSIE 10.0; Windows NT 6.2; Trident/6.0)',
  'Mozilla/5.0 (compatible; MSIE 9.0; Windows NT 6.1; Trident/5.0)',
  'Mozilla/4.0 (compatible; MSIE 8.0; Windows NT 5.1; Trident/4.0; .NET CLR 2.0.50727)',
  'Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 6.0; EmbeddedWB 14.52 from: http://www.bsalsa.com/ EmbeddedWB 14.52)',
  'Mozilla/4.0 (compatible; MSIE 6.0; AOL 9.0; Windows NT 5.1; SV1)',
  `${WINDOWS} ${BLINK} Chrome/64.0.3282.140 Safari/537.36 Edge/17.17134`,
  'Opera/9.80 (Windows NT 6.1; U; en) Presto/2.12.388 Version/12.18',
  'Mozilla/5.0 (Windows NT 5.1; rv:52.0) Gecko/20100101 Firefox/52.0',
  'Mozilla/5.0 (Windows NT 6.1; rv:68.9) Gecko/20100101 Goanna/4.8 Firefox/68.9 PaleMoon/29.4.4',
  'Mozilla/5.0 (X11; Linux x86_64; rv:91.0) Gecko/20100101 Firefox/91.0 SeaMonkey/2.53.18',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 12_5_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/12.1.2 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_9_5) AppleWebKit/600.1.17 (KHTML, like Gecko) Version/7.1 Safari/537.85.10',
  'Mozilla/5.0 (Linux; U; Android 4.0.3; de-de; Galaxy S II Build/GRJ22) AppleWebKit/534.30 (KHTML, like Gecko) Version/4.0 Mobile Safari/534.30',
  'Mozilla/5.0 (BB10; Touch) AppleWebKit/537.35+ (KHTML, like Gecko) Version/10.3.2.2639 Mobile Safari/537.35+',
  'Mozilla/5.0 (Mobile; Windows Phone 8.1; Android 4.0; ARM; Trident/7.0; Touch; rv:11.0; IEMobile/11.0; NOKIA; Lumia 520) like iPhone OS 7_0_3 Mac OS X AppleWebKit/537 (KHTML, like Gecko) Mobile Safari/537',
];

const ELSEWHERE: readonly string[] = [
  'Mozilla/5.0 (SMART-TV; Linux; Tizen 7.0) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/4.0 Chrome/94.0.4606.31 TV Safari/537.36',
  'Mozilla/5.0 (Web0S; Linux/SmartTV) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/94.0.4606.128 Safari/537.36 WebAppManager',
  'Mozilla/5.0 (PlayStation; PlayStation 5/9.00) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Safari/605.1.15',
  'Mozilla/5.0 (PLAYSTATION 3; 1.00)',
  'Mozilla/5.0 (Nintendo Switch; WifiWebAuthApplet) AppleWebKit/609.4 (KHTML, like Gecko) NF/6.0.3.15.4 NintendoBrowser/5.1.0.26064',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64; Xbox; Xbox One) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36 Edg/139.0.0.0',
  'Mozilla/5.0 (X11; Linux armv7l) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/78.0.3904.84 Safari/537.36 Kobo eReader',
  'Mozilla/5.0 (X11; U; Linux armv7l like Android; en-us) AppleWebKit/531.2+ (KHTML, like Gecko) Version/5.0 Safari/533.2+ Kindle/3.0+',
  'NokiaN97/21.1.107 (SymbianOS/9.4; Series60/5.0 Mozilla/5.0; Profile/MIDP-2.1 Configuration/CLDC-1.1) AppleWebKit/525 (KHTML, like Gecko) BrowserNG/7.1.4',
  'BlackBerry9700/5.0.0.862 Profile/MIDP-2.1 Configuration/CLDC-1.1 VendorID/331',
  'Lynx/2.9.2 libwww-FM/2.14 SSL-MM/1.4.1 OpenSSL/3.0.13',
  'w3m/0.5.3+git20230718',
  'Links (2.30; Linux 6.8.0 x86_64; GNU C 13.2; text)',
  'ELinks/0.17.0 (textmode; Linux 6.8.0 x86_64; 120x40-2)',
  'NetSurf/3.11 (Linux)',
  'Dillo/3.1.1',
];

const browser = (agents: readonly string[], sent: Record<string, string>): readonly Entry[] =>
  entries({ group: 'browsers', class: 'reader', sent, browser: true }, agents);

export const BROWSERS: readonly Entry[] = [
  ...browser(DESKTOP, SENT),
  ...browser(PHONES, SENT),
  ...browser(ODD_PHONES, SENT_BEFORE),
  ...browser(OLD, SENT_BEFORE),
  ...browser(ELSEWHERE, SENT_BY_OLD),
  // What asks not to be tracked, or sends as little as it may, is somebody too.
  ...browser([`${WINDOWS} ${BLINK} Chrome/141.0.0.0 Safari/537.36`], { ...SENT, dnt: '1', 'sec-gpc': '1' }),
  ...browser([`${IPHONE} ${WEBKIT} Version/18.6 Mobile/15E148 Safari/604.1`], {}),
  ...browser([`${MAC} ${WEBKIT} Version/16.1 Safari/605.1.15`], { 'accept-language': 'fr' }),
  ...browser([`${PHONE} ${BLINK} Chrome/141.0.0.0 Mobile Safari/537.36`], { accept: '*/*' }),
];
