import { whenIdle } from './when-idle'

/**
 * A hundred pictures with their lines to type in are a lot to draw before the first key. What is in view, or near to it, is
 * drawn with the next frame; the rest one by one, while the page has nothing else to do.
 */

type Waiting = { dom: Element; draw: () => void }

/** How far from the view counts as near, in heights of it. */
const NEAR = '100% 0px'
/** What drawing one takes on a slow machine, in milliseconds. */
const ROOM = 8

const waiting = new Map<Element, Waiting>()
let isAsking = false
let observer: IntersectionObserver | null = null

/**
 * Draws what belongs into an element, soon.
 *
 * @param draw is called once, unless it is called off
 * @returns calls it off
 */
export function drawLater(dom: Element, draw: () => void): () => void {
  observer ??= new IntersectionObserver(see, { rootMargin: NEAR })
  waiting.set(dom, { dom, draw })
  observer.observe(dom)
  askForTime()
  return () => callOff(dom)
}

function see(entries: IntersectionObserverEntry[]): void {
  for (const { isIntersecting, target } of entries) if (isIntersecting) finish(target)
}

function finish(dom: Element): void {
  const known = waiting.get(dom)
  callOff(dom)
  known?.draw()
}

function callOff(dom: Element): void {
  waiting.delete(dom)
  observer?.unobserve(dom)
}

function askForTime(): void {
  if (isAsking || waiting.size === 0) return
  isAsking = true
  // A browser that does not say how much time there is has each drawn by itself.
  whenIdle(useTime)
}

/** @param time asked as a whole: what it is asked belongs to it */
function useTime(time: Pick<IdleDeadline, 'timeRemaining'>): void {
  isAsking = false
  do {
    const [next] = waiting.keys()
    if (!next) return
    finish(next)
  } while (time.timeRemaining() > ROOM)
  askForTime()
}
