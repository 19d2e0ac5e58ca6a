/** What the channel of a partner's feed has beside title, link, description, language and rights. */
import type { XmlElement } from '../feed/element.ts';
import type { Channel } from '../feed/frame.ts';
import { DIALECTS, type DialectName } from './dialects.ts';
import { shortened } from './shorten.ts';

export interface DialectChannel
  extends Pick<Channel, 'title' | 'description' | 'language' | 'home' | 'self' | 'rights'> {
  /** The publication’s name as a picture, for partners that ask for one. */
  readonly logo?: string | null | undefined;
}

/**
 * The elements that stay as they are from change to change. The channel's `<pubDate>`, where the dialect wants one
 * (`channel.pubDate`), moves with `<lastBuildDate>` and is set in beside it.
 */
export function channelElements(
  dialect: DialectName,
  { logo }: Pick<DialectChannel, 'title' | 'logo'>,
): readonly XmlElement[] {
  const { channel } = DIALECTS[dialect];
  return [
    ...(channel.ttl === null ? [] : [{ name: 'ttl', text: String(channel.ttl) }]),
    ...(channel.logo && logo ? [{ name: 'snf:logo', children: [{ name: 'url', text: logo }] }] : []),
  ];
}

export function channelDescription(dialect: DialectName, text: string): string {
  const { descriptionLength } = DIALECTS[dialect].channel;
  return descriptionLength === null ? text : shortened(text, descriptionLength);
}
