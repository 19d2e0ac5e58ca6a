/** The part of `rss` that is measured; the package has no types of its own. */
declare module 'rss' {
  interface Channel {
    readonly title: string;
    readonly description: string;
    readonly feed_url: string;
    readonly site_url: string;
  }
  interface Item {
    readonly title: string;
    readonly guid: string;
    readonly url: string;
    readonly date: Date;
    readonly description: string;
    readonly author: string;
    readonly categories: readonly string[];
    readonly custom_elements: readonly object[];
  }
  export default class Rss {
    constructor(channel: Channel);
    item(item: Item): this;
    xml(): string;
  }
}
