/**
 * A value as text, in one spelling: the order of keys and of marks says nothing, and neither does an id, nor a key with
 * nothing in it.
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value)
    .filter(([key, own]) => key !== 'id' && !isNothing(own))
    .map(([key, own]) => `${JSON.stringify(key)}:${key === 'marks' ? markText(own) : canonical(own)}`)
    .filter((entry) => entry !== '"attrs":{}')
  return `{${entries.sort().join()}}`
}

/** Whether two values say the same: whether they are one text when they are spelled in one way, without spelling them. */
export function isSame(left: unknown, right: unknown): boolean {
  if (left === right || (isNothing(left) && isNothing(right))) return true
  if (!isObject(left) || !isObject(right) || Array.isArray(left) !== Array.isArray(right)) return false
  if (Array.isArray(left)) return left.length === right.length && left.every((own, at) => isSame(own, right[at]))
  for (const name in left) if (!isSamePart(name, left[name], right[name])) return false
  for (const name in right) if (!(name in left) && !isSamePart(name, undefined, right[name])) return false
  return true
}

function isSamePart(name: string, left: unknown, right: unknown): boolean {
  if (name === 'id') return true
  if (name === 'marks') return markText(left) === markText(right)
  return name === 'attrs' ? isSame(left ?? {}, right ?? {}) : isSame(left, right)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object'
}

/** Marks as text, in one order. */
export function markText(marks: unknown): string {
  return `[${((marks ?? []) as unknown[]).map(canonical).sort().join()}]`
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0)
}
