import { join } from 'node:path'
import { log } from '../log'
import { findGoneIn, GROUPS, removeGone, setAside } from './gone-originals'
import { MediaStore } from './media-store'

const DAY = 86_400_000
/** Originals that are dealt with at one look; there may be a whole library of them. */
const AT_ONCE = 20

/**
 * The duty that sets aside, once a day, originals that no picture has, and removes what was set aside a month ago: what
 * `portal purge` does with them at once. It looks into one folder at a time, and the rest waits for the next look.
 */
export function forgetGoneOriginals({ dataDir }: { dataDir: string }, clock = () => new Date()): () => Promise<void> {
  const store = new MediaStore(join(dataDir, 'media'))
  let at = 0
  let done = { setAside: 0, removed: 0 }
  let dueAt = 0
  return async () => {
    const now = clock()
    if (now.getTime() < dueAt) return
    const group = GROUPS[at] as string
    const gone = await findGoneIn(store, group, now)
    const [aside, removable] = [gone.setAside.slice(0, AT_ONCE), gone.removable.slice(0, AT_ONCE)]
    await setAside(store, aside, now)
    removeGone(store, removable)
    done = { setAside: done.setAside + aside.length, removed: done.removed + removable.length }
    if (gone.setAside.length > AT_ONCE || gone.removable.length > AT_ONCE) return
    at = (at + 1) % GROUPS.length
    if (at > 0) return
    if (done.setAside + done.removed > 0) log.info(done, 'originals that no picture has were put away')
    done = { setAside: 0, removed: 0 }
    dueAt = now.getTime() + DAY
  }
}
