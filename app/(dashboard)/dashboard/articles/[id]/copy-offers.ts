import type { DeviceCopies, KeptCopy } from '@/lib/articles/editing/device-copies'
import { type SaverHands, withCopy } from '@/lib/articles/editing/saver'
import type { ArticleContent } from '@/lib/articles/merge/merge-content'
import { isSame } from '@/lib/articles/merge/sameness'

/** What this device has and the server has not, for whoever wrote it to take or to throw away. */
export type Offer = { kept: KeptCopy; now: ArticleContent; use: () => void; drop: () => void }

type Hands = Pick<SaverHands, 'read' | 'show'> & { noteChange: () => void }

/**
 * Offers what pages before this one left on the device, one after the other, but for what stands in the text already.
 *
 * @param tell is told the offer that is open; null when there is none
 */
export async function offerCopies(
  copies: DeviceCopies,
  { read, show, noteChange }: Hands,
  tell: (offer: Offer | null) => void,
): Promise<void> {
  // A device that keeps nothing has nothing to offer.
  const left = await copies.left().catch(() => [])
  const offerNext = () => {
    const now = read()
    for (let kept = left.shift(); kept; kept = left.shift()) {
      if (!isSame(withCopy(kept, now), now)) return tell(offerOf(kept, now))
      void copies.drop(kept.key)
    }
    tell(null)
  }
  const offerOf = (kept: KeptCopy, now: ArticleContent): Offer => {
    const drop = () => {
      void copies.drop(kept.key)
      offerNext()
    }
    const use = () => {
      show(withCopy(kept, read()))
      noteChange()
      drop()
    }
    return { kept, now, use, drop }
  }
  offerNext()
}
