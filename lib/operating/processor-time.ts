/**
 * What work costs, for tests that must not depend on how busy the machine is: the processor's time of this process
 * instead of the clock's, and always one work beside another in the same moments. What disturbs only ever adds, so that
 * the least of a few runs is what the work itself costs.
 */

type Work = () => unknown

/** More runs than this would find nothing better. */
const RUNS = 25
const FEWEST = 3

/**
 * How many times as much processor time one work takes as another. Both are run in turn until the answer is below a
 * bound, or has not been for many runs: work that keeps to the bound is soon done, and one that does not fails each time.
 *
 * @param bound where it need not be known any better
 */
export async function timesTheWork(work: Work, other: Work, bound: number): Promise<number> {
  let [least, leastOther] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  // Read once before it counts: a program is slower as long as it is new.
  await work()
  await other()
  for (let run = 1; run <= RUNS; run += 1) {
    least = Math.min(least, await spentOn(work))
    leastOther = Math.min(leastOther, await spentOn(other))
    if (run >= FEWEST && least / leastOther < bound) break
  }
  return least / leastOther
}

/**
 * How much more a text costs in one piece than the same in eight: about 1 where the time is in proportion to the length,
 * about 8 where it is in proportion to its square.
 *
 * @param length of the whole, a multiple of eight
 */
export function growth(read: (text: string) => unknown, part: string, length: number, bound: number): Promise<number> {
  const text = part.repeat(Math.ceil(length / part.length)).slice(0, length)
  const eighth = text.slice(0, length / 8)
  const inPieces = () => {
    for (let piece = 0; piece < 8; piece += 1) read(eighth)
  }
  return timesTheWork(() => read(text), inPieces, bound)
}

/** Microseconds of the processor's time; never nothing, so that it can be divided by. */
async function spentOn(work: Work): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return Math.max(1, user + system)
}
