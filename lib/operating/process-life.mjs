import { readFileSync } from 'node:fs'

/** Ticks of the clock in which Linux counts a process's start; it is 100 a second on every platform that Node.js runs on. */
const TICKS = 100

/**
 * Whether a process that wrote down its number is still the one that runs under it: numbers are given again, in a
 * container almost at once.
 *
 * @param {number} pid
 * @param {Date} notedAt when it wrote its number down
 * @returns {boolean} true when in doubt
 */
export function isStillRunning(pid, notedAt) {
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return false
  const startedAt = startOf(pid)
  return startedAt === null || startedAt.getTime() <= notedAt.getTime() + 2000
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** When a process started (proc(5): `stat` field 22, and `btime`); null where the system does not tell. */
function startOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    const bootedAt = /^btime (\d+)$/m.exec(readFileSync('/proc/stat', 'utf8'))?.[1]
    if (!bootedAt || !fields[19]) return null
    return new Date((Number(bootedAt) + Number(fields[19]) / TICKS) * 1000)
  } catch {
    return null
  }
}
