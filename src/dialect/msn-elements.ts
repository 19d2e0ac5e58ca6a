/** The elements MSN leaves in a body ("How to display inline media and embeds on MSN"). Void ones hold no words and are never missed. */
export const MSN_ELEMENTS: readonly string[] = (
  'b i em strong sub sup small h1 h2 h3 h4 h5 a img figure figcaption ' +
  'table thead tbody tfoot tr td th col caption colgroup ul ol li p div span br blockquote hr wbr'
).split(' ');
