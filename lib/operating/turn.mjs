import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isStillRunning } from './process-life.mjs'
import { root } from './step.mjs'

/**
 * Does something that two commands started at once must not do together: the second waits for the first.
 *
 * @param {string} name
 * @param {() => Promise<void>} work
 */
export async function inTurn(name, work) {
  const lock = join(root, '.build', `${name}.lock`)
  mkdirSync(dirname(lock), { recursive: true })
  let isTold = false
  while (!take(lock)) {
    if (!isTold) process.stderr.write(`Waiting for another command to finish the ${name}…\n`)
    isTold = true
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  try {
    await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

function take(lock) {
  const mine = `${lock}.${process.pid}`
  writeFileSync(mine, String(process.pid))
  try {
    // A link appears with its content, or is refused: nobody ever reads a lock that is half written.
    linkSync(mine, lock)
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    clearAway(lock)
    return false
  } finally {
    rmSync(mine, { force: true })
  }
}

/** Removes the lock of a process that is gone; of several that see it, one gets to. */
function clearAway(lock) {
  if (isHeld(lock)) return
  const aside = `${lock}.left-${process.pid}`
  try {
    renameSync(lock, aside)
    // Between the look and the move another may have cleared it and taken its turn: then it gets its lock back.
    if (isHeld(aside)) linkSync(aside, lock)
  } catch {
    return
  } finally {
    rmSync(aside, { force: true })
  }
}

function isHeld(lock) {
  try {
    const holder = Number(readFileSync(lock, 'utf8'))
    return holder !== process.pid && isStillRunning(holder, statSync(lock).mtime)
  } catch {
    return false
  }
}
