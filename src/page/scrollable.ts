/**
 * Tables and code wider than the screen scroll by themselves, and whoever has no pointer must be able to reach what
 * scrolls (WCAG 2.2, 2.1.1): so both can take the focus. Takes sanitised HTML, where `<` begins a tag and nothing else;
 * whole tags are matched, so an attribute that looks like one is never touched.
 */
const TAGS = /<(\/?)([a-z][a-z0-9]*)((?:[^">]|"[^"]*")*)>/g;

export function scrollable(html: string, tableLabel: string): string {
  let tables = 0;
  // Regions of one page need names of their own to be told apart.
  const label = (): string => (++tables === 1 ? tableLabel : `${tableLabel} ${tables}`);
  return html.replace(TAGS, (tag: string, slash: string, name: string, attributes: string) => {
    if (name === 'pre' && slash === '') return `<pre tabindex="0"${attributes}>`;
    if (name !== 'table') return tag;
    return slash === ''
      ? `<div class="scroll" role="region" aria-label="${label()}" tabindex="0">${tag}`
      : `${tag}</div>`;
  });
}
