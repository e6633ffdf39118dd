/** What is done after a frame: asked for as often as one likes, it is done once. */
export type AfterFrame = {
  ask: () => void
  /** Does it at once, if it was asked for and is not done. */
  finish: () => void
}

/** A page that draws no frames, as nobody sees it, waits no longer, in milliseconds. */
const LONGEST = 100

/** Does something when the next frame is on the screen. */
export function afterFrame(work: () => void): AfterFrame {
  let longest: ReturnType<typeof setTimeout> | null = null
  const finish = () => {
    if (longest === null) return
    clearTimeout(longest)
    longest = null
    work()
  }
  const ask = () => {
    if (longest !== null) return
    longest = setTimeout(finish, LONGEST)
    // What is asked before a frame comes before it; a task of its own comes when it is drawn.
    requestAnimationFrame(() => setTimeout(finish))
  }
  return { ask, finish }
}
