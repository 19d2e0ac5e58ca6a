/** Readers inside other apps, and readers whose mail, network or app fetches for them. */
import { type Entry, entries } from './class-entry.ts';

const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const VIEW = (phone: string): string =>
  `Mozilla/5.0 (Linux; Android 14; ${phone}; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/138.0.7204.180 Mobile Safari/537.36`;
const PIXEL = VIEW('Pixel 8 Build/AP2A.240805.005');
const CUBOT = VIEW('CUBOT P80 Build/TP1A.220624.014');
const DESKTOP = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/134.0.0.0';

const IN_APP: readonly string[] = [
  `${IPHONE} Mobile/22F76 [FBAN/FBIOS;FBAV/512.0.0.51.99;FBBV/752257486;FBDV/iPhone15,4;FBMD/iPhone;FBSN/iOS;FBSV/18.5;FBSS/3;FBCR/;FBID/phone;FBLC/en_US;FBOP/80]`,
  `${PIXEL} [FB_IAB/FB4A;FBAV/470.0.0.38.105;IABMV/1;]`,
  `${CUBOT} [FB_IAB/FB4A;FBAV/470.0.0.38.105;FBDM/{density=2.0};FBCR/Robot Mobile;FBDV/CUBOT P80;]`,
  `${VIEW('SM-A146B Build/UP1A')} [FB_IAB/Orca-Android;FBAV/451.0.0.36.109;]`,
  `${IPHONE} Mobile/22F76 LightSpeed [FBAN/MessengerLiteForiOS;FBAV/512.0.0.45.105;FBDV/iPhone14,5;FBCR/spider telecom;FBLC/de_DE]`,
  `${PIXEL} MetaIAB Facebook`,
  `${IPHONE} Mobile/22F76 Instagram 382.0.0.21.84 (iPhone15,2; iOS 18_5; en_US; en; scale=3.00; 1179x2556; 738013412)`,
  `${PIXEL} Instagram 382.0.0.49.84 Android (34/14; 420dpi; 1080x2219; Google/google; Pixel 8; shiba; shiba; en_US; 738067217)`,
  `${CUBOT} Instagram 300.0.0.29.110 Android (33/13; 320dpi; 720x1612; CUBOT; CUBOT P80; P80; mt6765; es_ES; 520702280)`,
  `${IPHONE} Mobile/22F76 Barcelona 382.0.0.20.84 (iPhone15,2; iOS 18_5; en_US)`,
  `${IPHONE} Mobile/15E148 Safari Line/15.10.1`,
  `${PIXEL} Line/15.10.0/IAB`,
  `${IPHONE} Mobile/22F76 MicroMessenger/8.0.60(0x18003c2e) NetType/WIFI Language/zh_CN`,
  `${VIEW('V2166A Build/TP1A')} XWEB/1380055 MMWEBSDK/20250503 MMWEBID/2345 MicroMessenger/8.0.61.2880(0x28003D50) WeChat/arm64 Weixin NetType/5G Language/zh_CN ABI/arm64`,
  `${PIXEL} MQQBrowser/6.2 TBS/046295 QQ/9.1.75.26175 V1_AND_SQ_9.1.75`,
  `${IPHONE} Mobile/22F76 Weibo (iPhone15,2__weibo__15.7.0__iphone__os18.5)`,
  `${IPHONE} Mobile/22F76 SmartNews/25.7.10`,
  `${PIXEL} SmartNews 23.1`,
  `${IPHONE} Mobile/22F76 NewsBreak/25.28.0`,
  `${PIXEL} newsbreak/25.28.0`,
  `${IPHONE} Mobile/22F76 Flipboard/4.3.40`,
  `${VIEW('SM-G991B Build/UP1A')} Flipboard/4.3.30/5417,4.3.30.5417`,
  `${IPHONE} Mobile/22F76 AppleNews/3921`,
  `${IPHONE} GSA/381.0.781430316 Mobile/15E148 Safari/604.1`,
  `${PIXEL} GSA/15.29.34.29.arm64`,
  `${IPHONE} Mobile/15E148 Snapchat/13.50.0.42 (like Safari/8621.2.5.10.10, panda)`,
  `${PIXEL} Snapchat/13.50.0.42 (Pixel 8; Android 14#12650793#34; gzip; )`,
  `${CUBOT} Snapchat/12.90.0.46 (CUBOT P80; Android 13#1697#33; gzip; )`,
  `${PIXEL} trill_2023906030 JsSdk/1.0 NetType/WIFI Channel/googleplay AppName/musical_ly app_version/39.6.3 ByteLocale/en ByteFullLocale/en Region/GB BytedanceWebview/d8a21c6`,
  `${IPHONE} Mobile/22F76 musical_ly_39.6.0 JsSdk/2.0 NetType/WIFI Channel/App Store ByteLocale/en Region/US WKWebView/1 BytedanceWebview/d8a21c6 FalconTag/F1`,
  `${IPHONE} Mobile/22F76 [LinkedInApp]/9.31.4120`,
  `${PIXEL} [LinkedInApp]`,
  `${IPHONE} Mobile/22F76 Twitter for iPhone/11.8`,
  `${PIXEL} TwitterAndroid`,
  `${IPHONE} Mobile/22F76 [Pinterest/iOS]`,
  `${PIXEL} [Pinterest/Android]`,
  `${PIXEL} Reddit/2025.30.0`,
  `${IPHONE} Mobile/22F76 Reddit/Version 2025.30.0/Build 615555/iOS Version 18.5 (Build 22F76)`,
  `${PIXEL} Telegram-Android/11.14.1 (Google Pixel 8; Android 14; SDK 34; HIGH)`,
  `${CUBOT} Telegram-Android/11.2.3 (Cubot CUBOT P80; Android 13; SDK 33; AVERAGE)`,
  `${IPHONE} Mobile/15E148 KAKAOTALK/25.6.1 (INAPP)`,
  `${PIXEL};KAKAOTALK 2425060`,
  `${PIXEL} NAVER(inapp; search; 2000; 12.14.2)`,
  `${IPHONE} Mobile/22F76 Viber/25.6.1`,
  `${PIXEL} baiduboxapp/13.87.0.10 (Baidu; P1 14)`,
  `${PIXEL} CamScanner/6.90.0.2507`,
  `${PIXEL} QRScanner/3.2`,
  `${PIXEL} BingSapphire/31.4.2110003555`,
  `${IPHONE} Mobile/15E148 BingWeb/30.5 Safari/604.1`,
  `${PIXEL} YandexSearch/25.72 YaApp_Android/25.72.1`,
  `${PIXEL} GNews Android/2025072801`,
  `${PIXEL} Inoreader/7.9.2`,
  `${IPHONE} Mobile/22F76 Feedly/95.0.4`,
  `${IPHONE} Mobile/22F76 Slack/25.07.40`,
  `${DESKTOP} Safari/537.36 QuiteRSS/0.19.4`,
  `${DESKTOP} Fluent Reader/1.1.4 Electron/34.0.0 Safari/537.36`,
];

/** Drawn by the app itself: the phone's own client loads the picture. */
const NATIVE: readonly string[] = [
  'SmartNews/25.7.10 CFNetwork/3826.500.131 Darwin/24.5.0',
  'NetNewsWire/6.1.9 CFNetwork/1568.300.101 Darwin/24.2.0',
  'Reeder/50503 CFNetwork/1410.1 Darwin/22.6.0',
  'Dalvik/2.1.0 (Linux; U; Android 14; SM-S921B Build/UP1A.231005.007)',
  'Dalvik/2.1.0 (Linux; U; Android 13; CUBOT KINGKONG 9 Build/TP1A.220624.014)',
  'Hulu/3.65.0 (Android 9; en_US; SM-G965U; Build/PPR1.180610.011;)',
  'Reddit/Version 2025.30.0/Build 615555/Android 14',
  'Mozilla/4.0 (compatible; ms-office; MSOffice 16)',
  'Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.17928; Pro)',
  'Outlook-iOS/729.3.2 CFNetwork/1568 Darwin/24.0.0',
];

const MAIL: readonly string[] = [
  'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/129.0.0.0 Safari/537.36 (via ggpht.com GoogleImageProxy)',
  'YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html',
  'Mozilla/5.0 (compatible; YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html)',
  'RamblerMail/6.0 (incompatible; ImageProxy/6.0)',
  'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/55.0.2883.87 Safari/537.36 (via secureurl.fwdcdn.com - mail.ukr.net proxy)',
  'Shortwave Image Fetcher',
  'Mozilla/5.0',
];

const PROXY: readonly string[] = [
  'github-camo (876de43e)',
  'Camo Asset Proxy 2.3.0',
  'Camo/0.4.0',
  'willnorris/imageproxy',
  'Mozilla/5.0 (compatible; imageproxy/0.11; +https://github.com/willnorris/imageproxy)',
  'Mozilla/5.0 (compatible; ImageFetcher/9.0; +http://images.weserv.nl/)',
  'imgproxy/3.26.1',
  'Photon/1.0',
  'Thumbor/7.7.4',
  'Opera/9.80 (Android; Opera Mini/36.2/191.326; U; en) Presto/2.12.423 Version/12.16',
  'Opera/9.80 (J2ME/MIDP; Opera Mini/9.80/191.308; U; en) Presto/2.5.25 Version/10.54',
  'Mozilla/5.0 (Linux; U; Android 4.4.3; en-us; KFTHWI Build/KTU84M) AppleWebKit/537.36 (KHTML, like Gecko) Silk/47.1.79 like Chrome/47.0.2526.80 Safari/537.36 Silk-Accelerated=true',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/134.0.0.0 Safari/537.36,gzip(gfe) (via translate.google.com)',
  'Mozilla/5.0 (Linux; Android 7.0; SM-G930V Build/NRD90M) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/125.0.0.0 Mobile Safari/537.36 (compatible; Google-Read-Aloud; +https://developers.google.com/search/docs/crawling-indexing/overview-google-crawlers)',
];

const LANGUAGE = { 'accept-language': 'en-GB', accept: 'image/webp,*/*' };

export const APPS: readonly Entry[] = [
  ...entries({ group: 'in-app', class: 'reader', sent: LANGUAGE, browser: true }, IN_APP),
  ...entries({ group: 'in-app', class: 'reader', sent: LANGUAGE, kind: 'click', browser: true }, IN_APP.slice(0, 8)),
  ...entries({ group: 'in-app', class: 'reader' }, NATIVE),
  ...entries({ group: 'proxies', class: 'proxy' }, [...MAIL, ...PROXY]),
  ...entries({ group: 'proxies', class: 'proxy', sent: { via: '1.1 image-resizing' } }, [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15',
  ]),
  ...entries({ group: 'proxies', class: 'proxy', sent: { via: '1.1 Chrome-Compression-Proxy', ...LANGUAGE } }, [
    'Mozilla/5.0 (Linux; Android 9; SM-J701F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/83.0.4103.101 Mobile Safari/537.36',
  ]),
  // A company's gateway is no reason to doubt who sits behind it.
  ...entries(
    {
      group: 'proxies',
      class: 'reader',
      sent: { via: '1.1 proxy.corp.example (squid/6.6)', ...LANGUAGE },
      browser: true,
    },
    [`${DESKTOP} Safari/537.36`],
  ),
  // Known miss: a mail service that loads pictures under the name of a plain desktop browser can't be told from a script.
  ...entries({ group: 'proxies', class: 'proxy', sent: { accept: '*/*' } }, [`${DESKTOP} Safari/537.36`]),
];
