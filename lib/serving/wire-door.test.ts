import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { WireDoor } from './wire-door'

const SHAPES = [
  { shape: '/feed.xml', isDirect: true },
  { shape: '/tag/[tag]', isDirect: false },
  { shape: '/[section]/feed.xml', isDirect: true },
  { shape: '/[section]/[slug]', isDirect: false },
]

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-wire-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function open(code: string) {
  const file = join(folder, 'wire.mjs')
  writeFileSync(file, `import { parentPort, workerData } from 'node:worker_threads'\n${code}\n`)
  return WireDoor.open(file, { root: '/nowhere', edition: '/nowhere', siteUrl: 'http://localhost' })
}

it('takes what its thread says that it answers, and has it answered', async () => {
  const wire = await open(`parentPort.postMessage({ ready: true, shapes: ${JSON.stringify(SHAPES)} })
    parentPort.on('message', ({ id, address }) => parentPort.postMessage(
      { id, database: { statements: 0, seconds: 0 }, done: { address, thread: workerData.thread } }))`)
  expect(['/feed.xml', '/politics/feed.xml'].map(wire.takes)).toEqual([true, true])
  expect(['/', '/tag/feed.xml', '/politics/floods', '/politics/floods.md', '/nowhere'].map(wire.takes)).toEqual(
    Array(5).fill(false),
  )
  expect(await wire.page('/feed.xml')).toEqual({ address: '/feed.xml', thread: 'wire' })
  await wire.close()
})

it('stays shut when the wire says why it cannot begin', async () => {
  await expect(
    open('parentPort.postMessage({ ready: false, name: "E", message: "no routes", stack: "" })'),
  ).rejects.toThrow('no routes')
})
