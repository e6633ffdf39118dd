import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Every file in a folder and in those below it; none when there is no such folder. No link is followed, as Node.js 24
 * would in a recursive listing: what lies elsewhere is not part of the folder.
 *
 * @param {string} folder
 * @returns {string[]} their paths, which begin with the folder's
 */
export function filesBelow(folder) {
  return entriesOf(folder).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return filesBelow(path)
    return entry.isFile() ? [path] : []
  })
}

function entriesOf(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    if (error.code === 'ENOENT') return []
    throw error
  }
}
