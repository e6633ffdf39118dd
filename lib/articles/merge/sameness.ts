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

/** Whether two values say the same. */
export function isSame(left: unknown, right: unknown): boolean {
  return left === right || canonical(left) === canonical(right)
}

/** Marks as text, in one order. */
export function markText(marks: unknown): string {
  return `[${((marks ?? []) as unknown[]).map(canonical).sort().join()}]`
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0)
}
