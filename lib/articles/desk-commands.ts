import type { Viewer } from '../people/viewer'
import { type Based, move } from './article-steps'

/** The moves that readers see nothing of: between writer and desk, and into the bin and out of it. */

/** Sends a draft to the desk. */
export function submit(viewer: Viewer, id: number, { base = null }: Based = {}): Promise<void> {
  return move(viewer, id, 'submit', base, () => ({ state: 'in_review' }))
}

/** Takes an article back from the desk, to write on. */
export function withdraw(viewer: Viewer, id: number, { base = null }: Based = {}): Promise<void> {
  return move(viewer, id, 'withdraw', base, () => ({ state: 'draft' }))
}

/** Sends an article back to its writer. @param why what is to be done, for the record */
export function sendBack(viewer: Viewer, id: number, why: string, { base = null }: Based = {}): Promise<void> {
  return move(viewer, id, 'return', base, () => ({ state: 'draft' }), { why })
}

/** Says that an article can go out. */
export function accept(viewer: Viewer, id: number, { base = null }: Based = {}): Promise<void> {
  return move(viewer, id, 'accept', base, () => ({ state: 'ready' }))
}

/** Puts an article into the bin. Nothing of it is lost. */
export function bin(viewer: Viewer, id: number, { base = null }: Based = {}): Promise<void> {
  return move(viewer, id, 'bin', base, () => ({ binnedAt: new Date() }))
}

/** Takes an article out of the bin, as it was. */
export function restore(viewer: Viewer, id: number, { base = null }: Based = {}): Promise<void> {
  return move(viewer, id, 'restore', base, () => ({ binnedAt: null }))
}
