import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { log } from '../log'
import { PressDoor } from './press-door'
import { ThreadStopped } from './thread-door'

const SETTINGS = { root: '/nowhere', edition: '/nowhere', siteUrl: 'http://localhost' }
const READY = 'parentPort.postMessage({ ready: true, invitation: "the link" })'
const database = '{ statements: 0, seconds: 0 }'

let folder: string
let presses = 0

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-press-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
afterEach(() => vi.restoreAllMocks())

/** Opens the door of a press that does this. */
function open(code: string, say: (line: string) => void = () => {}) {
  presses += 1
  const file = join(folder, `press-${presses}.mjs`)
  writeFileSync(file, `import { parentPort } from 'node:worker_threads'\n${code}\n`)
  return PressDoor.open(file, SETTINGS, say)
}

describe('PressDoor', () => {
  it('opens when the press is ready, passing on what it says before', async () => {
    const said: string[] = []
    const code = `parentPort.postMessage({ say: 'Loading…' }); ${READY}; parentPort.on('message', ({ id }) =>
      parentPort.postMessage({ id, database: ${database}, done: null }))`
    const { press, invitation } = await open(code, (line) => said.push(line))
    expect(invitation).toBe('the link')
    expect(said).toEqual(['Loading…'])
    await press.close()
  })

  it('makes lines of the log of what packages print there', async () => {
    const lines = vi.spyOn(log, 'info').mockReturnValue()
    const code = `console.log('\\u001b[32m ✓ \\u001b[39mRunning this\\n\\nand that'); ${READY}
      parentPort.on('message', ({ id }) => parentPort.postMessage({ id, database: ${database}, done: null }))`
    const { press } = await open(code)
    await vi.waitFor(() =>
      expect(lines.mock.calls).toEqual([
        [{ from: 'press' }, '✓ Running this'],
        [{ from: 'press' }, 'and that'],
      ]),
    )
    await press.close()
  })

  it('gives each order its own answer, whichever is done first', async () => {
    const code = `${READY}; const orders = []; parentPort.on('message', (order) => {
      if (order.order !== 'page') return parentPort.postMessage({ id: order.id, database: ${database}, done: null })
      orders.push(order)
      if (orders.length === 2) for (const { id, address } of orders.reverse())
        parentPort.postMessage({ id, database: ${database}, done: { address } })
    })`
    const { press } = await open(code)
    expect(await Promise.all([press.page('/a'), press.page('/b')])).toEqual([{ address: '/a' }, { address: '/b' }])
    await press.close()
  })

  it('hands a large body over and copies a small one', async () => {
    const code = `${READY}; parentPort.on('message', ({ id, request }) => parentPort.postMessage(
      { id, database: ${database}, done: request ? { sum: request.body.reduce((sum, byte) => sum + byte, 0) } : null }))`
    const { press } = await open(code)
    const send = (body: Uint8Array) => press.answer({ method: 'POST', url: '/', headers: {}, body })
    const [large, small, part] = [new Uint8Array(100_000).fill(1), Buffer.from('ab'), Buffer.alloc(200_000, 1)]
    expect(await send(large)).toEqual({ sum: 100_000 })
    expect(large.byteLength).toBe(0)
    expect(await send(small)).toEqual({ sum: 97 + 98 })
    expect(small.toString()).toBe('ab')
    expect(await send(part.subarray(0, 100_000))).toEqual({ sum: 100_000 })
    expect(part.byteLength).toBe(200_000)
    await press.close()
  })

  it('hands on why a page could not be made, and goes on', async () => {
    const code = `${READY}; parentPort.on('message', ({ id, order }) => parentPort.postMessage(
      order === 'page' ? { id, database: ${database}, failed: 'Error: no paper' } : { id, database: ${database}, done: null }))`
    const { press } = await open(code)
    await expect(press.page('/a')).rejects.toThrow('The page could not be made.')
    await press.close()
  })

  it.each([
    ['says why', 'parentPort.postMessage({ ready: false, name: "E", message: "no disk", stack: "" })', 'no disk'],
    ['throws', 'throw new Error("broken")', 'broken'],
    ['ends without a word', 'process.exit(3)', 'ended with 3 before it was ready'],
  ])('stays shut when the press %s before it is ready', async (_, code, words) => {
    await expect(open(code)).rejects.toThrow(words)
  })

  it('ends the process when the press does, and tells whoever waits', async () => {
    const exit = vi.spyOn(process, 'exit').mockImplementation((() => {}) as never)
    const { press } = await open(`${READY}; parentPort.on('message', () => process.exit(1))`)
    await expect(press.page('/a')).rejects.toBeInstanceOf(ThreadStopped)
    await vi.waitFor(() => expect(exit).toHaveBeenCalledWith(1))
  })

  it('closes, and ends nothing else, when the press dies while it is asked to stop', async () => {
    const exit = vi.spyOn(process, 'exit').mockImplementation((() => {}) as never)
    const { press } = await open(`${READY}; parentPort.on('message', () => process.exit(1))`)
    await press.close()
    expect(exit).not.toHaveBeenCalled()
  })
})
