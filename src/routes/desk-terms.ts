import { deskTermsPage } from '../desk/terms-page.tsx';
import { currentVersion } from '../permit/record-terms.ts';
import { termsOf } from '../terms/standard-terms.ts';
import { type DeskCall, html } from './desk-answer.ts';

export async function showTerms({ frame, site, gate }: DeskCall): Promise<Response> {
  const names = Object.keys(termsOf(site.publication));
  const versions = await Promise.all(
    names.map(async (name) => [name, await currentVersion(gate.env.DB, name)] as const),
  );
  return html(deskTermsPage(frame, site, new Map(versions)));
}
