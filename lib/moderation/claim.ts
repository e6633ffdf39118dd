/** That a moderator looks at a comment of the queue: nobody else decides on it meanwhile, unless they take it over. */
export type Claim = { commentId: number; by: string; since: Date }

/** How long a claim lasts after it was last renewed, in milliseconds. */
export const CLAIM_LASTS = 3 * 60_000

/** How often a page that is open renews its claim, in milliseconds. */
export const RENEWED_EVERY = 15_000

/** After so long without a hand on the page it is renewed no more, in milliseconds. */
export const IDLE_AFTER = 5 * 60_000

/** Why nothing is decided on a comment that somebody else looks at. */
export function claimWords({ by, since }: Pick<Claim, 'by' | 'since'>, now = Date.now()): string {
  const minutes = Math.floor((now - since.getTime()) / 60_000)
  const ago = minutes < 1 ? 'less than a minute ago' : minutes === 1 ? 'a minute ago' : `${minutes} minutes ago`
  return `${by} began to look at this comment ${ago}. Take it over in the queue, or leave it to them.`
}
