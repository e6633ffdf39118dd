import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { processWide } from '../process-wide'

/** Pages for everyone, by what their script does. */
export type PageKind = 'article' | 'commenter' | 'plain' | 'saved' | 'topic'

/** A page's script, and the one that every page runs before anything is painted. */
export type ScriptName = PageKind | 'theme'

/** Where the build notes under which addresses it put the scripts. */
export const SCRIPT_LIST = 'scripts.json'

const opened = processWide<{ addresses: Partial<Record<ScriptName, string>> }>('page-scripts', () => ({
  addresses: {},
}))

/** @param edition the folder of the build whose pages are rendered */
export function openPageScripts(edition: string): void {
  opened.addresses = JSON.parse(readFileSync(join(edition, SCRIPT_LIST), 'utf8'))
}

/**
 * Where a script lies. Its name changes with its content, so that it may be kept for ever.
 *
 * @throws when the build has no such script
 */
export function scriptAddress(name: ScriptName): string {
  const address = opened.addresses[name]
  if (!address) throw new Error(`The build has no script “${name}”: was it made by lib/operating/build.mjs?`)
  return address
}
