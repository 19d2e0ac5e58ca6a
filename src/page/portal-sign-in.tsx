/** Signing in at the portal, and what is said to whoever may not have what they ask for. */
import { portalPage } from './portal-layout.tsx';
import { PORTAL, type PortalFrame } from './portal-view.ts';

/** `to` is where the partner wanted to go. The key is sent in a form's body, never in an address. */
export const portalSignIn = (frame: PortalFrame, to: string): string =>
  portalPage(
    frame,
    { title: 'Sign in', place: '' },
    <>
      <p>
        This is for partners who republish our articles. It opens with the portal key you have from us. You stay signed
        in for 12 hours, or until you sign out.
      </p>
      <form method="post" action={`${PORTAL}/sign-in`}>
        <input type="hidden" name="to" value={to} />
        <p class="field">
          <label for="key">Portal key</label>
          <input id="key" name="key" type="password" required autocomplete="current-password" spellcheck={false} />
        </p>
        <p>
          <button type="submit">Sign in</button>
        </p>
      </form>
      <p>
        No key yet? Write to <a href={`mailto:${frame.site.publication.contact}`}>{frame.site.publication.contact}</a>,
        or ask from the page of an article.
      </p>
    </>,
  );

export interface PortalRefusal {
  readonly title: string;
  readonly detail: string;
  readonly next?: { readonly href: string; readonly name: string };
}

export const portalRefused = (frame: PortalFrame, { title, detail, next }: PortalRefusal): string =>
  portalPage(
    frame,
    { title, place: '' },
    <>
      <p class="dek">{detail}</p>
      <p>{next ? <a href={next.href}>{next.name}</a> : <a href={PORTAL}>Go to the portal</a>}</p>
    </>,
  );
