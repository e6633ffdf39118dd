import { diffArrays } from 'diff'

/** A piece of one side: from one place up to, but without, another. */
export type Span = readonly [from: number, to: number]

/** A stretch that all three agree on, or one that at least one side changed. */
export type Stretch = { is: 'kept' | 'theirs' | 'mine' | 'alike' | 'clash'; base: Span; theirs: Span; mine: Span }

/**
 * Lays two changed copies beside what both were made from (diff3: Khanna, Kunal and Pierce, “A formal investigation of
 * diff3”, 2007).
 *
 * @param base what both began with, and each side, as keys: equal keys are the same item
 * @returns the stretches in order. `kept`: nobody changed it; `theirs`, `mine`: one side did; `alike`: both did the same;
 *   `clash`: both did, differently
 */
export function threeWay(base: readonly string[], theirs: readonly string[], mine: readonly string[]): Stretch[] {
  const inTheirs = matches(base, theirs)
  const inMine = matches(base, mine)
  const stretches: Stretch[] = []
  let [b, t, m] = [0, 0, 0]
  const change = (toB: number, toT: number, toM: number) => {
    if (toB === b && toT === t && toM === m) return
    const spans = { base: [b, toB], theirs: [t, toT], mine: [m, toM] } as const
    const text = (keys: readonly string[], [from, to]: Span) => JSON.stringify(keys.slice(from, to))
    const [was, their, my] = [text(base, spans.base), text(theirs, spans.theirs), text(mine, spans.mine)]
    const is = their === my ? 'alike' : my === was ? 'theirs' : their === was ? 'mine' : 'clash'
    stretches.push({ is, ...spans })
  }
  for (let at = 0; at < base.length; at += 1) {
    const [their, my] = [inTheirs[at], inMine[at]]
    if (their === undefined || my === undefined) continue
    change(at, their, my)
    stretches.push({ is: 'kept', base: [at, at + 1], theirs: [their, their + 1], mine: [my, my + 1] })
    ;[b, t, m] = [at + 1, their + 1, my + 1]
  }
  change(base.length, theirs.length, mine.length)
  return stretches
}

/** For each place of the one its place in the other, where it is kept; both rise together. */
export function matches(from: readonly string[], to: readonly string[]): (number | undefined)[] {
  const places: (number | undefined)[] = new Array(from.length).fill(undefined)
  let [f, t] = [0, 0]
  for (const { added, removed, count } of diffArrays([...from], [...to])) {
    if (added) t += count
    else if (removed) f += count
    else for (let at = 0; at < count; at += 1) places[f++] = t++
  }
  return places
}
