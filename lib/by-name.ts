/**
 * A table of what is said by a name that comes from outside, such as `?done=saved`: it answers to the names that stand in
 * it and to no other, not even to those that every object inherits (`constructor`, `__proto__`).
 */
export function byName<Said>(table: Record<string, Said>): Record<string, Said> {
  return Object.assign(Object.create(null), table)
}
