/** How long a browser that does not say when it is idle is let alone, in milliseconds. */
const PAUSE = 50

/** Does something when the page has nothing else to do. @param work is told how much time there is for it */
export function whenIdle(work: (time: Pick<IdleDeadline, 'timeRemaining'>) => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work)
  else setTimeout(() => work({ timeRemaining: () => 0 }), PAUSE)
}
