/** Something in a list that is known by a key, which no other in the same list has. */
export type Keyed<Value> = { key: string; value: Value }

/** Both changed the same item, differently; null is the side that took it out. */
export type ItemClash<Value> = { key: string; theirs: Value | null; mine: Value | null }

/** Merges one item that both have; `base` is null where both added it. Null: it cannot be. */
export type MergeItem<Value> = (base: Value | null, theirs: Value, mine: Value) => Value | null

/**
 * Merges two changed copies of a list: what one added, moved, changed or took out is so in the merged one. What both added
 * at one place stands there from both.
 *
 * @returns the merged list, in which a clash stands as the other side has it, and the clashes
 */
export function mergeSequence<Value>(
  base: Keyed<Value>[],
  theirs: Keyed<Value>[],
  mine: Keyed<Value>[],
  merge: MergeItem<Value>,
  isSame: (left: Value, right: Value) => boolean,
): { items: Keyed<Value>[]; clashes: ItemClash<Value>[] } {
  const [inBase, inTheirs, inMine] = [base, theirs, mine].map(
    (list) => new Map(list.map((item) => [item.key, item.value])),
  )
  const merged = new Map<string, Value>()
  const clashes: ItemClash<Value>[] = []
  const clash = (item: ItemClash<Value>) => {
    clashes.push(item)
    merged.set(item.key, (item.theirs ?? item.mine) as Value)
  }
  for (const key of new Set([...theirs, ...mine].map((item) => item.key))) {
    const [was, their, my] = [inBase?.get(key) ?? null, inTheirs?.get(key) ?? null, inMine?.get(key) ?? null]
    if (their !== null && my !== null) {
      const both = merge(was, their, my)
      if (both === null) clash({ key, theirs: their, mine: my })
      else merged.set(key, both)
    } else {
      const left = (their ?? my) as Value
      // One side took it out: that stands, unless the other changed it meanwhile.
      if (was === null) merged.set(key, left)
      else if (!isSame(left, was)) clash({ key, theirs: their, mine: my })
    }
  }
  const order = orderOf(keysOf(base), keysOf(theirs), keysOf(mine), merged)
  return { items: order.map((key) => ({ key, value: merged.get(key) as Value })), clashes }
}

function keysOf(list: Keyed<unknown>[]): string[] {
  return list.map((item) => item.key)
}

/** The order of whoever moved something; what was added follows what it was added after. */
function orderOf(base: string[], theirs: string[], mine: string[], merged: ReadonlyMap<string, unknown>): string[] {
  const [inBase, inTheirs, inMine] = [new Set(base), new Set(theirs), new Set(mine)]
  const isCommon = (key: string) => inBase.has(key) && inTheirs.has(key) && inMine.has(key)
  const [was, their, my] = [base, theirs, mine].map((keys) => keys.filter(isCommon)) as [string[], string[], string[]]
  const spine = String(my) === String(was) ? their : String(their) === String(was) ? my : first(their, my)
  const added = [theirs, mine].map((keys) => runsOf(keys, isCommon, merged)) as [Runs, Runs]
  const order = new Set<string>()
  for (const anchor of ['', ...spine]) {
    if (anchor) order.add(anchor)
    const [their, my] = [added[0].get(anchor) ?? [], added[1].get(anchor) ?? []]
    const ahead = first(their, my)
    for (const key of [...ahead, ...(ahead === their ? my : their)]) order.add(key)
  }
  return [...order]
}

type Runs = Map<string, string[]>

/** What a side has beside the common items, by the common item that it follows; empty for the beginning. */
function runsOf(keys: string[], isCommon: (key: string) => boolean, merged: ReadonlyMap<string, unknown>): Runs {
  const runs: Runs = new Map()
  let anchor = ''
  for (const key of keys) {
    if (isCommon(key)) anchor = key
    else if (merged.has(key)) runs.set(anchor, [...(runs.get(anchor) ?? []), key])
  }
  return runs
}

/** The one of two that goes first, whichever side it is on. */
function first(some: string[], others: string[]): string[] {
  return String(some) <= String(others) ? some : others
}
