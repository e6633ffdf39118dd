import { cookies } from 'next/headers'
import { z } from 'zod'
import { readEnvironment } from '../env'
import { seal, unseal } from '../people/seal'
import type { Viewer } from '../people/viewer'

const COOKIE = 'queue-words'
const PURPOSE = 'queue words'

/** How long, in seconds, words wait for whoever wrote them to read a comment again. */
const KEPT_FOR = 3600

const keptSchema = z.object({
  by: z.number(),
  comments: z.array(z.number()),
  reason: z.string(),
  words: z.string(),
})

/** What was written for the author of a comment that was not decided on after all. */
export type KeptWords = { reason: string; words: string }

type Kept = KeptWords & {
  /** The comments that were left alone. */
  comments: number[]
}

/**
 * Keeps what a moderator wrote to the authors of comments that were left alone, for the form that they find next. It is
 * kept in the browser, which forgets it after an hour, and in no address: a link must never fill in a rejection.
 */
export async function keepWords({ personId }: Viewer, { comments, reason, words }: Kept): Promise<void> {
  const { siteUrl } = readEnvironment()
  const sealed = seal(PURPOSE, JSON.stringify({ by: personId, comments, reason, words }))
  ;(await cookies()).set(COOKIE, sealed, {
    path: '/dashboard/moderation',
    maxAge: KEPT_FOR,
    httpOnly: true,
    sameSite: 'lax',
    secure: siteUrl.startsWith('https:'),
  })
}

/** What the viewer wrote about comments that were left alone; null when nothing is kept, or it is somebody else's. */
export async function findKeptWords({ personId }: Viewer): Promise<Kept | null> {
  const sealed = (await cookies()).get(COOKIE)?.value
  const kept = keptSchema.safeParse(sealed && open(sealed))
  if (!kept.success || kept.data.by !== personId) return null
  const { comments, reason, words } = kept.data
  return { comments, reason, words }
}

/** The same for one comment, once it is decided on. */
export async function forgetWords(viewer: Viewer, commentId: number): Promise<void> {
  const kept = await findKeptWords(viewer)
  if (!kept?.comments.includes(commentId)) return
  const comments = kept.comments.filter((id) => id !== commentId)
  if (comments.length > 0) await keepWords(viewer, { ...kept, comments })
  else (await cookies()).set(COOKIE, '', { path: '/dashboard/moderation', maxAge: 0 })
}

/** Those of one comment; null when there are none. */
export function keptFor(kept: Kept | null, commentId: number | null): KeptWords | null {
  return kept !== null && commentId !== null && kept.comments.includes(commentId) ? kept : null
}

/** Nothing for what was tampered with, or sealed with a key that is gone. */
function open(sealed: string): unknown {
  try {
    return JSON.parse(unseal(PURPOSE, sealed))
  } catch {
    return null
  }
}
