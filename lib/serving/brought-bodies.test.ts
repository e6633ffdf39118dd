import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { BroughtBodies, type BroughtBody } from './brought-bodies'

const MEGABYTE = 1_000_000
/** What a connection may hold of a body that the disk does not take: the buffers of the socket and of the parser. */
const HELD_OF_EACH = MEGABYTE

type Outcome = BroughtBody | null | Error

let folder: string
let bodies: BroughtBodies
let server: Server
let port: number
let outcomes: Outcome[]
let requests: IncomingMessage[]

/** @param most bytes of a body */
async function serve(make: () => BroughtBodies, most = 30 * MEGABYTE) {
  bodies = make()
  server = createServer(async (request, response) => {
    requests.push(request)
    const outcome = await bodies.take(request, most).catch((error: Error) => error)
    outcomes.push(outcome)
    response.writeHead(outcome ? 200 : 413).end(outcome ? 'taken' : 'too much')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
}

const send = (body: Uint8Array) => fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: Buffer.from(body) })
const left = () => readdirSync(folder).flatMap((process) => readdirSync(join(folder, process)))

/** Begins to send a body over a connection of its own. @param more headers */
async function begin(more: string): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  socket.write(`POST / HTTP/1.1\r\nhost: here\r\n${more}\r\n\r\n`)
  return socket
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause(5)
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'brought-'))
  outcomes = []
  requests = []
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  rmSync(folder, { recursive: true })
})

it('holds next to nothing of ten bodies in memory, however slow the disk is', async () => {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const reached = new Set<unknown>()
  const write: ConstructorParameters<typeof BroughtBodies>[1] = async (file, piece) => {
    reached.add(file)
    await held
    await file.appendFile(piece)
  }
  await serve(() => new BroughtBodies(folder, write))
  const sent = Array.from({ length: 10 }, (_, number) => Buffer.alloc(20 * MEGABYTE, number + 1))
  const answers = sent.map(send)
  await until(() => reached.size === 10)
  // They send on until nothing more is taken from them.
  const taken = () => requests.map(({ socket }) => socket.bytesRead)
  for (let before = [0], still = 0; still < 20; still = String(before) === String(taken()) ? still + 1 : 0) {
    before = taken()
    await pause(10)
  }
  for (const bytes of taken()) expect(bytes).toBeLessThan(HELD_OF_EACH)
  release()
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual(sent.map(() => 200))
  const files = (outcomes as BroughtBody[]).map(({ file }) => readFileSync(file))
  expect(files.map((bytes) => bytes[0]).sort()).toEqual(sent.map((bytes) => bytes[0]).sort())
  for (const bytes of files) expect(bytes.equals(Buffer.alloc(20 * MEGABYTE, bytes[0]))).toBe(true)
  for (const outcome of outcomes as BroughtBody[]) await bodies.forget(outcome)
  expect(left()).toEqual([])
})

it('refuses at the byte that is too much, keeps nothing, and lets the rest by', async () => {
  await serve(() => new BroughtBodies(folder), MEGABYTE)
  expect((await send(new Uint8Array(MEGABYTE))).status).toBe(200)
  const answer = await send(new Uint8Array(MEGABYTE + 1))
  expect([answer.status, await answer.text()]).toEqual([413, 'too much'])
  expect(left()).toHaveLength(1)

  const socket = await begin('transfer-encoding: chunked')
  const heard = once(socket, 'data')
  const piece = Buffer.concat([Buffer.from('10000\r\n'), Buffer.alloc(0x10000, 'x'), Buffer.from('\r\n')])
  for (let sent = 0; sent < 40; sent += 1) socket.write(piece)
  expect(String(await heard)).toContain('413')
  // The same connection is good for the next request: nobody was cut off in the middle of a word.
  socket.write('0\r\n\r\nPOST / HTTP/1.1\r\nhost: here\r\ncontent-length: 2\r\n\r\nhi')
  expect(String(await once(socket, 'data'))).toContain('200')
  socket.destroy()
})

it('leaves nothing of what was broken off, by the sender or by the disk', async () => {
  let isFull = false
  await serve(() => {
    return new BroughtBodies(folder, async (file, piece) => {
      if (isFull) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' })
      await file.appendFile(piece)
    })
  })
  const socket = await begin('content-length: 100000')
  socket.write(Buffer.alloc(50_000))
  await until(() => left().length === 1)
  socket.destroy()
  await until(() => outcomes.length === 1)
  expect(outcomes[0]).toBeInstanceOf(Error)
  expect(requests[0]?.errored).not.toBeNull()
  expect(left()).toEqual([])

  isFull = true
  await send(new Uint8Array(9))
  expect(outcomes[1]).toMatchObject({ code: 'ENOSPC' })
  expect(requests[1]?.errored).toBeNull()
  expect(left()).toEqual([])
})

it('removes at its start what processes left that are gone, and nothing of those that run', async () => {
  const at = (pid: number) => join(folder, String(pid))
  const runs = process.ppid
  for (const pid of [process.pid, 2 ** 30, runs]) {
    mkdirSync(at(pid))
    writeFileSync(join(at(pid), 'half'), 'x')
  }
  const longAgo = new Date('2001-01-01')
  utimesSync(at(2 ** 30), longAgo, longAgo)
  await serve(() => new BroughtBodies(folder))
  expect([process.pid, 2 ** 30, runs].map((pid) => existsSync(join(at(pid), 'half')))).toEqual([false, false, true])
})
