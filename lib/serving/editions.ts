import { readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Where Next's part of a build lies (`lib/operating/edition.mjs` puts it there). */
export function pagesIn(edition: string): string {
  return join(edition, 'pages')
}

/**
 * The builds that lie beside this one, oldest first. Their pages name files that are not in it.
 *
 * @param edition the folder of the build that is served
 */
export function editionsBefore(edition: string): string[] {
  const beside = readdirSync(dirname(edition), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.endsWith('.draft'))
    .map((entry) => join(dirname(edition), entry.name))
    .filter((folder) => folder !== edition)
  return beside.sort((one, other) => statSync(one).mtimeMs - statSync(other).mtimeMs)
}
