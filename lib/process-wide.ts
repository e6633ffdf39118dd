/**
 * A value that the whole process has one of. Next bundles its own copy of `lib/`, so that a module's variables exist
 * twice; what must be one hangs on `globalThis`.
 *
 * @param name unique in the application
 * @param make called once, by whoever asks first
 */
export function processWide<Value>(name: string, make: () => Value): Value {
  const key = Symbol.for(`broadsheet.${name}`)
  const holder = globalThis as { [key]?: Value }
  if (!(key in holder)) holder[key] = make()
  return holder[key] as Value
}
