/** How much one asker may ask for at once, and how much of it comes back every second. */
export type Allowance = { burst: number; perSecond: number }

type Bucket = { left: number; at: number }

/** More askers than this are not remembered at once: the one that has not asked for the longest is forgotten first. */
const REMEMBERED = 20_000

/**
 * A token bucket for each asker: what is unused fills up again, up to the burst.
 *
 * Who keeps on asking when nothing is left neither gains nor loses by it, so that a reader who reloads too fast is not
 * kept out for longer.
 */
export class Limit {
  private readonly buckets = new Map<string, Bucket>()

  constructor(private readonly allowance: Allowance) {}

  /**
   * Takes one, if there is one.
   *
   * @param asker whom the bucket belongs to
   * @param now in milliseconds; only differences matter
   * @param times how many askers stand behind this one
   * @returns 0, or how many seconds to wait until there is one
   */
  take(asker: string, now: number, times = 1): number {
    const burst = this.allowance.burst * times
    const perSecond = this.allowance.perSecond * times
    const known = this.buckets.get(asker)
    const left = known ? Math.min(burst, known.left + (Math.max(0, now - known.at) / 1000) * perSecond) : burst
    const isAllowed = left >= 1
    this.buckets.delete(asker)
    this.buckets.set(asker, { left: isAllowed ? left - 1 : left, at: now })
    if (this.buckets.size > REMEMBERED) this.buckets.delete(this.buckets.keys().next().value as string)
    return isAllowed ? 0 : Math.max(1, Math.ceil((1 - left) / perSecond))
  }

  get remembered(): number {
    return this.buckets.size
  }
}
