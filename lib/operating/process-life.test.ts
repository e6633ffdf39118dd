import { spawn } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { isStillRunning } from './process-life.mjs'

describe('isStillRunning', () => {
  it('knows a process that runs', () => {
    expect(isStillRunning(process.pid, new Date())).toBe(true)
  })

  it('knows one that ended', async () => {
    const child = spawn(process.execPath, ['-e', ''])
    await new Promise((resolve) => child.once('exit', resolve))
    expect(isStillRunning(child.pid ?? 0, new Date())).toBe(false)
  })

  it.skipIf(process.platform !== 'linux')('is not taken in by another that got its number', () => {
    expect(isStillRunning(process.pid, new Date(Date.now() - 3_600_000 * 24 * 365))).toBe(false)
  })

  it.each([0, -1, Number.NaN, 1.5])('takes %s for no process', (pid) => {
    expect(isStillRunning(pid, new Date())).toBe(false)
  })
})
