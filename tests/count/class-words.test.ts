/** What the corpus can't show of the rules: words that decide nothing, names that are missing, what a request is for. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classOf } from '../../src/count/request-class.ts';
import { agent, BASE, CHROME, found, PHONE } from './class-asking.ts';

describe('the kind', () => {
  it('tells a mail relay from a script, an app’s pictures from its polls, and a link followed from one checked', () => {
    expect(agent('Mozilla/5.0', {}).class).toBe('proxy');
    expect(agent('Mozilla/5.0', {}, 'click').class).toBe('crawler');
    expect(agent('Reeder/5 CFNetwork/1410.1 Darwin/22.6.0', {}).class).toBe('reader');
    expect(agent('Reeder/5 CFNetwork/1410.1 Darwin/22.6.0', {}, 'poll').class).toBe('crawler');
    const office = 'Mozilla/4.0 (compatible; ms-office; MSOffice 16)';
    expect([agent(office).class, agent(office, {}, 'click').class]).toEqual(['reader', 'prefetch']);
  });

  it('is a view if nobody says', () => {
    expect(classOf(new Headers({ 'user-agent': 'Mozilla/5.0' }), { base: BASE }).rule).toBe('mail-relay');
  });
});

describe('words that decide nothing', () => {
  const word = fc.constantFrom(
    'Robot',
    'bot',
    'CUBOT',
    'Crawler',
    'spider',
    'GPTBot',
    'preview',
    'curl',
    'Slackbot',
    'monitor',
  );
  const model = fc.array(fc.oneof(word, fc.stringMatching(/^[A-Za-z0-9 _.-]{1,9}$/)), { minLength: 1, maxLength: 4 });

  it('a phone’s name, whatever it is', () => {
    fc.assert(
      fc.property(model, (parts) => {
        expect(agent(PHONE(`${parts.join(' ')} Build/TP1A.220624.014`)).class).toBe('reader');
        expect(agent(PHONE(parts.join('_'))).class).toBe('reader');
        expect(agent(PHONE(`${parts.join('-')} (2022)`)).class).toBe('reader');
      }),
    );
  });

  it('a carrier’s or a phone’s name in what Facebook and Instagram add', () => {
    fc.assert(
      fc.property(model, (parts) => {
        const name = parts.join(' ');
        expect(agent(`${PHONE('K; wv')} [FB_IAB/FB4A;FBAV/470.0;FBCR/${name};FBDV/${name};]`).class).toBe('reader');
        const instagram = `${PHONE('K; wv')} Instagram 382.0.0.49 Android (34/14; 420dpi; ${name}; en_US; 7380)`;
        expect(agent(instagram).class).toBe('reader');
      }),
    );
  });

  it('a Cubot that shows itself as a desktop', () => {
    for (const name of ['CUBOT', 'CUBOT/TAB_20', 'Cubot_P80', 'CUBOT-9'])
      expect(agent(CHROME.replace('Intel', name)).class).toBe('reader');
    expect(agent(CHROME.replace('Intel', 'Robot')).class).toBe('crawler');
  });

  it('but a robot that dresses as a phone names itself behind it', () => {
    expect(
      agent(`${PHONE('Nexus 5X Build/MMB29P')} (compatible; Googlebot/2.1; +http://www.google.com/bot.html)`).rule,
    ).toBe('robot-name');
    expect(agent('Mozilla/5.0 (Linux; Android 5.0; compatible; NorthBot/1.0) AppleWebKit/537.36').rule).toBe(
      'robot-name',
    );
  });

  it.each([
    'FBAN/FBIOS',
    'Instagram 382.0',
    'Line/15.1',
    'MicroMessenger/8.0',
    'SmartNews 23.1',
    'NewsBreak/25',
    'Notion/4.1',
    'Bluesky/1.9',
    'Mastodon/2025.1',
    'Tumblr/40.1',
    'DeepSeek/1.4',
    'ChatGPT/1.2025',
    'Perplexity/4.1',
    'Feedly/95',
    'Google/381',
  ])('the name of an app: %s', (name) => {
    expect(agent(`${PHONE('K; wv')} ${name}`)).toEqual({ class: 'reader', rule: 'browser' });
  });
});

describe('nobody', () => {
  it.each([undefined, '', ' ', '-', '0', '"" ', '(;;)', '1.0/2.0'])('is who has no name: %j', (text) => {
    expect(found(text === undefined ? {} : { 'user-agent': text, 'accept-language': 'en' })).toEqual({
      class: 'crawler',
      rule: 'no-agent',
    });
  });

  it('is a desktop browser that sends nothing a browser sends, and somebody if it sends any of it', () => {
    expect(agent(CHROME, {}).rule).toBe('bare-browser');
    expect(agent(CHROME, { accept: '*/*' }).rule).toBe('bare-browser');
    expect(agent(CHROME, { 'accept-language': 'en' }).rule).toBe('browser');
    expect(agent(CHROME, { 'sec-fetch-site': 'cross-site' }).rule).toBe('browser');
    expect(agent(CHROME, { accept: 'image/avif,*/*' }).rule).toBe('browser');
    for (const version of ['Chrome/79.0', 'Chrome/8.0'])
      expect(agent(CHROME.replace('Chrome/140.0.0.0', version), {}).rule).toBe('browser');
    for (const version of ['Chrome/80.0', 'Chrome/100.0'])
      expect(agent(CHROME.replace('Chrome/140.0.0.0', version), {}).rule).toBe('bare-browser');
  });
});
