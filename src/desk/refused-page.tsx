import { deskPage, type Frame } from './layout.tsx';

export interface DeskRefusal {
  readonly status: number;
  readonly title: string;
  /** What happened, and what to do next. */
  readonly detail: string;
}

export const refusedPage = (frame: Frame, { status, title, detail }: DeskRefusal): string =>
  deskPage(
    frame,
    { title, place: '' },
    <div class="narrow">
      <p class="kicker">{status}</p>
      <h1>{title}</h1>
      <p class="dek">{detail}</p>
      <p>
        <a href="/desk">Go to the desk</a>
      </p>
    </div>,
  );
