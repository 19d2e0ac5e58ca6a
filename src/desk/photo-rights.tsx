/** The photos of an article: whose each is, and whether copies may carry it. */
import { allPhotos, type Photo } from '../article/article.ts';
import { mediaPath } from '../article/figure.ts';
import type { Site } from '../page/site.ts';
import type { DeskArticle } from './article-rows.ts';
import { RIGHTS, RIGHTS_ORDER } from './labels.ts';
import { Choice, Fact, Line, State } from './parts.tsx';
import { DESK_PHOTOS } from './preview.ts';

interface Props {
  readonly site: Site;
  readonly found: DeskArticle;
  readonly writes: boolean;
}

export const PhotoRights = ({ found, writes }: Props) => {
  const photos = [...new Map(allPhotos(found.article).map((photo) => [photo.asset, photo])).values()];
  return photos.length === 0 ? null : (
    <section class="panel" aria-labelledby="photos">
      <h2 id="photos">Photos</h2>
      {photos.map((photo, index) => (
        <div class="photo">
          <img
            src={mediaPath(photo).replace('/media/', DESK_PHOTOS)}
            alt={photo.alt}
            width={photo.width}
            height={photo.height}
            loading="lazy"
          />
          <div>
            <PhotoFacts photo={photo} />
            {writes && <RightsForm photo={photo} number={found.number} index={index + 1} />}
          </div>
        </div>
      ))}
    </section>
  );
};

const PhotoFacts = ({ photo }: { photo: Photo }) => (
  <>
    <p>
      {photo.syndicate ? <State kind="yes">May be passed on</State> : <State kind="no">Left out of every copy</State>}
    </p>
    <dl class="facts">
      <Fact name="Credit">{photo.credit}</Fact>
      <Fact name="Rights">{RIGHTS[photo.rights]}</Fact>
      <Fact name="Holder">{photo.holder}</Fact>
      <Fact name="Licence">{photo.license}</Fact>
    </dl>
  </>
);

const RightsForm = ({ photo, number, index }: { photo: Photo; number: number; index: number }) => {
  const id = (name: string) => `photo-${index}-${name}`;
  return (
    <details>
      <summary>Change the rights of photo {index}</summary>
      <form method="post" action={`/desk/articles/${number}/photo`}>
        <input type="hidden" name="asset" value={photo.asset} />
        <Choice
          id={id('rights')}
          name="rights"
          label="Whose it is"
          value={photo.rights}
          options={RIGHTS_ORDER.map((rights) => [rights, RIGHTS[rights]] as const)}
        />
        <Line id={id('holder')} name="holder" label="Holder of the rights" value={photo.holder} max={200} />
        <Line id={id('license')} name="license" label="Licence (its address)" type="url" value={photo.license} />
        <p class="check">
          <input id={id('syndicate')} type="checkbox" name="syndicate" value="yes" checked={photo.syndicate} />
          <label for={id('syndicate')}>Others may have it with the article</label>
        </p>
        <p>
          <button type="submit">Save the rights of photo {index}</button>
        </p>
      </form>
    </details>
  );
};
