import { deskPage, type Frame } from './layout.tsx';

/** `to` is where the editor wanted to go. The key is sent in a form's body, never in an address. */
export const signInPage = (frame: Frame, to: string): string =>
  deskPage(
    frame,
    { title: 'Sign in', place: '' },
    <div class="sign-in">
      <h1>Sign in</h1>
      <p>
        The desk opens with an editor key. What you may do here is what your key may do in the API. You stay signed in
        for 12 hours, or until you sign out or the key is revoked.
      </p>
      <form method="post" action="/desk/sign-in">
        <input type="hidden" name="to" value={to} />
        <p class="field">
          <label for="key">Editor key</label>
          <input id="key" name="key" type="password" required autocomplete="current-password" spellcheck={false} />
        </p>
        <p>
          <button type="submit">Sign in</button>
        </p>
      </form>
    </div>,
  );
