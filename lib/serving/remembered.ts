import { processWide } from '../process-wide'
import { type ChangeKey, onChange } from '../write'
import { type Keepable, Kept } from './kept'
import { expiresAt, inRenderScope, newRenderScope, reads, renderScope } from './render-scope'

/** How many answers of one query are remembered. */
const ANSWERS = 100

type Known = Keepable & { value: unknown }

/** Of one kind of thing, what is remembered, and how often anything has changed so far. */
type Memory = { kept: Kept<Known>; changes: number }

/** What was read for a thing that was found; so that whoever uses it has read it too. */
const readFor = processWide('read-for', () => new WeakMap<object, Keepable>())

/**
 * A query whose answer many pages need and that is asked anew only when something it read has changed. Only what renders a
 * page for everyone remembers and is reminded: there nobody's own rights are in the answer, and what other processes wrote
 * has been heard of before (press.ts).
 *
 * @param name unique in the application
 * @param find is told apart by its parameters as JSON; nobody changes what it gives
 */
export function remembered<Parameters extends unknown[], Result>(
  name: string,
  find: (...parameters: Parameters) => Promise<Result>,
): (...parameters: Parameters) => Promise<Result> {
  return async (...parameters) => {
    if (!mayRemember()) return find(...parameters)
    const memory = memoryOf(name, ANSWERS)
    const asked = JSON.stringify(parameters)
    const known = memory.kept.get(asked, Date.now())
    if (known) {
      note(known)
      return known.value as Result
    }
    const before = memory.changes
    const scope = newRenderScope()
    const value = await inRenderScope(scope, () => find(...parameters))
    keep(memory, asked, { ...readIn(scope), value }, before)
    note(scope)
    return value
  }
}

/**
 * The same for things by id, of which each is remembered by itself and those that are not known are found together.
 *
 * @param most how many are remembered
 * @param find gives for each id that there is what makes the thing; what is read for this one alone is said there
 * @returns those that there are, by id
 */
export function rememberedById<Value extends object>(
  name: string,
  most: number,
  find: (ids: number[]) => Promise<Map<number, () => Value>>,
): (ids: readonly number[]) => Promise<Map<number, Value>> {
  return async (ids) => {
    if (!mayRemember()) return makeAll(await find([...ids]))
    const memory = memoryOf(name, most)
    const values = new Map<number, Value>()
    const now = Date.now()
    for (const id of ids) {
      const known = memory.kept.get(String(id), now)
      if (!known) continue
      note(known)
      values.set(id, known.value as Value)
    }
    const missing = ids.filter((id) => !values.has(id))
    if (missing.length === 0) return values
    const before = memory.changes
    for (const [id, make] of await find(missing)) {
      const scope = newRenderScope()
      const value = inRenderScope(scope, make)
      keep(memory, String(id), { ...readIn(scope), value }, before)
      readFor.set(value, readIn(scope))
      note(scope)
      values.set(id, value)
    }
    return values
  }
}

/** Says of a thing that was found by its id what was read for it: what is made of it has read the same. */
export function readsOf(value: object): void {
  const known = readFor.get(value)
  if (known) note(known)
}

function makeAll<Value>(makers: Map<number, () => Value>): Map<number, Value> {
  return new Map([...makers].map(([id, make]) => [id, make()]))
}

function mayRemember(): boolean {
  const scope = renderScope()
  return scope !== null && !scope.isAnew
}

/** Next has its own copy of this module: what one of them has found the other knows too. */
function memoryOf(name: string, most: number): Memory {
  return processWide(`remembered-${name}`, () => {
    const memory: Memory = { kept: new Kept(most, () => 1), changes: 0 }
    onChange((keys) => {
      memory.changes += 1
      memory.kept.drop(keys)
    })
    return memory
  })
}

/** What changed while it was looked for may be in it or not: that is remembered by nobody. */
function keep({ kept, changes }: Memory, name: string, known: Known, before: number): void {
  if (changes === before) kept.put(name, known)
}

function readIn(scope: { reads: Set<ChangeKey>; expiresAt: number }): Keepable {
  return { reads: scope.reads, expiresAt: scope.expiresAt }
}

function note({ reads: keys, expiresAt: moment }: Keepable): void {
  reads(...keys)
  if (moment !== Number.POSITIVE_INFINITY) expiresAt(new Date(moment))
}
