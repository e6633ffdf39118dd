import { OTHER } from './view-source'

/** The steps of how far an article was read: opened, and a quarter, half, three quarters and all of it seen. */
export const DEPTH_STEPS = 5

/** Sources that a tally tells apart, the others being one: anyone can make up names of sites. */
const MOST_SOURCES = 200

/** What was counted of readers in some seconds. Nothing in it tells one reader from another. */
export type ViewTally = {
  /** How often each article was shown, by its id. */
  views: Map<number, number>
  /** How often each was shown to somebody who came from a source: by source, then by article. */
  sources: Map<string, Map<number, number>>
  /** How often each was read so far, by step. */
  depths: Map<number, number[]>
  /** About how many readers came who had not come before that day. */
  readers: number
}

export function emptyTally(): ViewTally {
  return { views: new Map(), sources: new Map(), depths: new Map(), readers: 0 }
}

/** Adds what one tally holds to another. */
export function addTally(to: ViewTally, from: ViewTally): void {
  addCounts(to.views, from.views)
  for (const [source, counts] of from.sources) addCounts(countsOf(to, source), counts)
  for (const [id, steps] of from.depths) {
    const known = entryOf(to.depths, id, () => new Array<number>(DEPTH_STEPS).fill(0))
    for (const [step, count] of steps.entries()) known[step] = (known[step] ?? 0) + count
  }
  to.readers += from.readers
}

/** Where a tally counts those who come from a source. */
export function countsOf({ sources }: ViewTally, source: string): Map<number, number> {
  const isKept = sources.has(source) || sources.size < MOST_SOURCES
  return entryOf(sources, isKept ? source : OTHER, () => new Map())
}

function addCounts(to: Map<number, number>, from: ReadonlyMap<number, number>): void {
  for (const [id, count] of from) to.set(id, (to.get(id) ?? 0) + count)
}

/** What a map holds under a key, put there if it held nothing. */
export function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}
