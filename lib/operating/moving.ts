import { closeSync, cpSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'

export type Move = { from: string; to: string }

/**
 * Moves files and folders, all or none: when one cannot be moved, those before it go back to where they were.
 * What is not there is left out.
 */
export function moveAll(moves: Move[]): void {
  const done: Move[] = []
  try {
    for (const step of moves) {
      if (!existsSync(step.from)) continue
      move(step)
      done.push(step)
    }
  } catch (error) {
    for (const { from, to } of done.reverse()) move({ from: to, to: from })
    throw error
  }
  for (const { from, to } of done) {
    syncFolder(dirname(from))
    syncFolder(dirname(to))
  }
}

/** Has the names in a folder on the disk, where the system can say so. */
export function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r')
    fsyncSync(handle)
    closeSync(handle)
  } catch {
    // Some file systems know no such thing for folders.
  }
}

function move({ from, to }: Move): void {
  if (existsSync(to)) throw new Error(`${to} is in the way.`)
  mkdirSync(dirname(to), { recursive: true })
  try {
    renameSync(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
    cpSync(from, to, { recursive: true, preserveTimestamps: true })
    rmSync(from, { recursive: true })
  }
}
