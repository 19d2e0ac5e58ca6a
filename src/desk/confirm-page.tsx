/** The step before what can't be taken back: what will happen, in words, and a button that does it. */
import type { Child } from 'hono/jsx';
import { deskPage, type Frame, Heading } from './layout.tsx';

export interface Confirming {
  readonly title: string;
  readonly place: string;
  readonly action: string;
  readonly button: string;
  /** Where "Go back" leads. */
  readonly back: string;
}

export const confirmPage = (frame: Frame, { title, place, action, button, back }: Confirming, body: Child): string =>
  deskPage(
    frame,
    { title, place },
    <div class="narrow">
      <Heading title={title} />
      <form method="post" action={action}>
        {body}
        <div class="buttons">
          <button type="submit" class="grave">
            {button}
          </button>
          <a class="button" href={back}>
            Go back
          </a>
        </div>
      </form>
    </div>,
  );
