/** All articles, whatever their standing. */
import { directionOf } from '../lib/direction.ts';
import { type DeskLine, PER_PAGE, type Wanted } from './article-rows.ts';
import { STANDING_ORDER, STANDINGS } from './labels.ts';
import { deskPage, type Frame, Heading } from './layout.tsx';
import { Empty, StandingMark, When } from './parts.tsx';

export interface ArticleList {
  readonly wanted: Wanted;
  readonly lines: readonly DeskLine[];
  readonly more: boolean;
  readonly counts: ReadonlyMap<string, number>;
}

export const articlesPage = (frame: Frame, list: ArticleList): string =>
  deskPage(
    frame,
    { title: 'Articles', place: '/desk/articles' },
    <>
      <Heading title="Articles" />
      <div class="tools">
        <Filter list={list} />
        <Find wanted={list.wanted} />
      </div>
      {list.lines.length === 0 ? <Empty>No article is like that.</Empty> : <Table frame={frame} list={list} />}
      <Paging list={list} />
    </>,
  );

function address({ standing, words, page }: Wanted): string {
  const query = new URLSearchParams({
    ...(standing && { status: standing }),
    ...(words && { words }),
    ...(page > 1 && { page: String(page) }),
  });
  return query.size > 0 ? `/desk/articles?${query}` : '/desk/articles';
}

const Filter = ({ list: { wanted, counts } }: { list: ArticleList }) => {
  const all = [...counts.values()].reduce((sum, n) => sum + n, 0);
  const choices = [null, ...STANDING_ORDER].map((standing) => ({
    standing,
    name: standing ? STANDINGS[standing] : 'All',
    n: standing ? (counts.get(standing) ?? 0) : all,
  }));
  return (
    <nav aria-label="By status" class="filter">
      <ul>
        {choices.map(({ standing, name, n }) => (
          <li>
            <a
              href={address({ ...wanted, standing, page: 1 })}
              {...(standing === wanted.standing ? { 'aria-current': 'true' } : {})}
            >
              {name} <span class="number">{n}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

const Find = ({ wanted }: { wanted: Wanted }) => (
  <form method="get" action="/desk/articles" class="find">
    {wanted.standing && <input type="hidden" name="status" value={wanted.standing} />}
    <label for="words">Words of the headline</label>
    <input id="words" name="words" type="search" value={wanted.words} maxlength={200} dir="auto" />
    <button type="submit">Find</button>
  </form>
);

const Table = ({ frame, list: { lines } }: { frame: Frame; list: ArticleList }) => (
  <table class="rows compact">
    <caption class="unseen">Articles, the newest date first</caption>
    <thead>
      <tr>
        <th scope="col">Headline</th>
        <th scope="col">Status</th>
        <th scope="col">Section</th>
        <th scope="col">Language</th>
        <th scope="col">Date</th>
      </tr>
    </thead>
    <tbody>
      {lines.map((line) => (
        <Row frame={frame} line={line} />
      ))}
    </tbody>
  </table>
);

const Row = ({ frame: { site }, line }: { frame: Frame; line: DeskLine }) => (
  <tr>
    <th scope="row">
      <a href={`/desk/articles/${line.number}`} lang={line.language} dir={directionOf(line.language)}>
        {line.title}
      </a>
    </th>
    <td data-name="Status">
      <StandingMark standing={line.standing} />
    </td>
    <td data-name="Section">
      {line.section === null ? '–' : <bdi>{site?.publication.sections[line.section]?.name ?? line.section}</bdi>}
    </td>
    <td data-name="Language">
      <bdi>{site?.publication.languages[line.language] ?? line.language}</bdi>
    </td>
    <td data-name="Date">
      <When site={site} at={line.published} />
    </td>
  </tr>
);

const Paging = ({ list: { wanted, lines, more } }: { list: ArticleList }) =>
  wanted.page === 1 && !more ? null : (
    <nav aria-label="Pages" class="paging">
      {wanted.page > 1 && (
        <a rel="prev" href={address({ ...wanted, page: wanted.page - 1 })}>
          Newer
        </a>
      )}
      <span>
        {(wanted.page - 1) * PER_PAGE + Math.min(1, lines.length)}–{(wanted.page - 1) * PER_PAGE + lines.length}
      </span>
      {more && (
        <a rel="next" href={address({ ...wanted, page: wanted.page + 1 })}>
          Older
        </a>
      )}
    </nav>
  );
