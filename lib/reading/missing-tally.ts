/** How often each path that leads nowhere was asked for, and where the last link to it was, as its `Referer` said. */
export type MissingTally = Map<string, { count: number; source: string }>

/** Addresses that are told apart between two times of handing on: strangers can make up more than anyone reads. */
export const MOST_TOLD = 500

/** Characters of a path: nobody links to longer ones. */
const LONGEST = 300

/** Whether a path may be written down: a mailbox that somebody put into an address is a person's. */
export function mayBeKept(path: string): boolean {
  return path.length <= LONGEST && !/@|%40/i.test(path)
}

/** Adds to a tally; what is new when it is full is left out. */
export function addMissing(tally: MissingTally, path: string, more: { count: number; source: string }): void {
  const entry = tally.get(path)
  if (entry) {
    entry.count += more.count
    entry.source = more.source
  } else if (tally.size < MOST_TOLD) tally.set(path, { ...more })
}
