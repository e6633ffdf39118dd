/** One comment of somebody's: when, how it was decided, and its words without spaces and signs. */
export type Said = { id: number; at: number; state: string; words: string }

/** So many of the latest say how fast somebody posts; rules ask for no more. */
const MOST_POSTED = 1_000

/**
 * What somebody had said when they said something else, for any rule's days and hours. It is gone through once; what was
 * known at any moment is looked up in it, however much they say.
 */
export class SpokenHistory {
  private readonly said: Said[]
  private readonly places: ReadonlyMap<number, number>
  /** How many of those before a place stood approved, and how many were rejected. */
  private readonly approved: number[] = [0]
  private readonly rejected: number[] = [0]
  /** The place of the last one before that said the same; -1 for none. */
  private readonly same: number[] = []

  constructor(said: Said[]) {
    this.said = [...said].sort((one, other) => one.at - other.at || one.id - other.id)
    this.places = new Map(this.said.map(({ id }, place) => [id, place]))
    const last = new Map<string, number>()
    for (const [place, { state, words }] of this.said.entries()) {
      this.approved.push((this.approved[place] as number) + Number(state === 'approved'))
      this.rejected.push((this.rejected[place] as number) + Number(state !== 'approved' && state !== 'pending'))
      this.same.push(last.get(words) ?? -1)
      last.set(words, place)
    }
  }

  /** When they had posted since a moment, the latest first. @param id of the comment that is looked at */
  postedSince(id: number, since: number): Date[] {
    const place = this.placeOf(id)
    const first = Math.max(this.firstAfter(since), place - MOST_POSTED)
    const times: Date[] = []
    for (let at = place - 1; at >= first; at -= 1) times.push(new Date((this.said[at] as Said).at))
    return times
  }

  /** Whether they had said the same since a moment. */
  hadSaidSince(id: number, since: number): boolean {
    const before = this.same[this.placeOf(id)] ?? -1
    return before >= 0 && (this.said[before] as Said).at > since
  }

  /** How many of theirs stood approved, and what was decided of those since a moment. */
  recordSince(id: number, since: number): { approved: number; recent: number; recentlyRejected: number } {
    const place = this.placeOf(id)
    const first = Math.min(place, this.firstAfter(since))
    const between = (counts: number[]) => (counts[place] as number) - (counts[first] as number)
    const recentlyRejected = between(this.rejected)
    return {
      approved: this.approved[place] as number,
      recent: between(this.approved) + recentlyRejected,
      recentlyRejected,
    }
  }

  /** The place of a comment; behind all others for one that is not among them. */
  private placeOf(id: number): number {
    return this.places.get(id) ?? this.said.length
  }

  /** The first place that is later than a moment. */
  private firstAfter(moment: number): number {
    let [low, high] = [0, this.said.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.said[middle] as Said).at > moment) high = middle
      else low = middle + 1
    }
    return low
  }
}
