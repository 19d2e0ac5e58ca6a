/** What an editor is told after a form has worked. The address carries the code, never words of its own. */
export const DONE: Readonly<Record<string, string>> = {
  held: 'Held. Within ten seconds nobody outside can read it.',
  released: 'Released. It is where its dates put it.',
  withdrawn:
    'Withdrawn. Within ten seconds its address answers that it is gone, and the feeds announce it for 30 days.',
  corrected: 'Corrected. Page and feeds have the new words, and the correction is named below the article.',
  rights: 'Saved. The rights of this photo are as you wrote them.',
  revoked: 'Revoked. The key opens nothing any more, and whoever was signed in with it is signed out.',
  added: 'Added. Give it a permission and a key, and it can read its feed.',
  saved: 'Saved.',
  suspended: 'Suspended. Its keys open nothing for now.',
  active: 'The suspension is over.',
  ended: 'Ended. Its keys open nothing any more.',
  domain: 'Added. Ask the partner to show the challenge, then look.',
  verified: 'Verified: the domain shows the challenge.',
  unverified: 'The domain does not show the challenge yet, or could not be reached. Ask the partner, and look again.',
  taken: 'The domain is taken away.',
  given: 'Given. The partner’s feed has it within ten seconds.',
  offered: 'Offered. It is in force once it is put in force.',
  moved: 'Done. It stands in the history.',
  approved: 'Approved. The partner and its permission are made.',
  declined: 'Declined. The reason is kept with the request.',
};
