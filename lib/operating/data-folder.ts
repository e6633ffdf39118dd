import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Environment, SettingError } from '../env'

/**
 * Makes the folders that the settings name, where they are not there yet.
 *
 * @throws {SettingError} when one cannot be made, with the setting that names it
 */
export function makeDataFolders({ dataDir, databaseFile }: Environment): void {
  makeFolder('DATA_DIR', dataDir)
  makeFolder('DATABASE_URL', dirname(databaseFile))
}

function makeFolder(setting: string, folder: string): void {
  try {
    makeStep(folder)
  } catch (error) {
    throw new SettingError(`${setting} ${folder} cannot be made (${(error as Error).message}); name another folder.`)
  }
  if (!statSync(folder).isDirectory()) throw new SettingError(`${setting} ${folder} is no folder; name another.`)
}

/** One after the other: where nothing can be made, as in /proc, Node.js' own `recursive` tries forever. */
function makeStep(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })) return
  makeStep(dirname(folder))
  try {
    mkdirSync(folder)
  } catch (error) {
    // Another first start may have been faster.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}
