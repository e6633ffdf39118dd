import { createReadStream, type ReadStream } from 'node:fs'
import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'

/** What a request handler said. */
export type Captured = { status: number; headers: Record<string, string | string[]>; body: Buffer }

/** A request as it came over the wire, whole. */
export type WholeRequest = {
  method: string
  url: string
  headers: Record<string, string | string[]>
  body: Uint8Array
  /** A file that holds the body, in the place of `body`. */
  bodyFile?: string
}

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/**
 * Asks a request handler for an address without a client. The request is made up from the address alone, so that nothing
 * of a reader's (header, cookie, parameter) can reach a page that every reader gets.
 *
 * @param handler Next's request handler
 * @param address canonical path and query
 * @param host what the page may believe it is called
 */
export function capture(handler: Handler, address: string, host: string): Promise<Captured> {
  return replay(handler, {
    method: 'GET',
    url: address,
    headers: { host, accept: 'text/html' },
    body: new Uint8Array(),
  })
}

/** Has a request handler answer a request that came in elsewhere. */
export async function replay(handler: Handler, whole: WholeRequest): Promise<Captured> {
  const { method, url, headers } = whole
  const socket = new Socket()
  const request = new IncomingMessage(socket)
  Object.assign(request, { method, url, headers, httpVersion: '1.1', httpVersionMajor: 1, httpVersionMinor: 1 })
  request.complete = true
  const file = bodyOf(request, whole)
  const response = new CapturingResponse(request)
  try {
    await handler(request, response)
    await response.ended
    return response.captured()
  } finally {
    file?.destroy()
    socket.destroy()
  }
}

/** Gives a request its body; out of a file as it is read. */
function bodyOf(request: IncomingMessage, { body, bodyFile }: WholeRequest): ReadStream | null {
  if (!bodyFile) {
    if (body.length > 0) request.push(Buffer.from(body.buffer, body.byteOffset, body.byteLength))
    request.push(null)
    return null
  }
  const file = createReadStream(bodyFile)
  request._read = () => void file.resume()
  file.on('data', (piece) => {
    if (!request.push(piece)) file.pause()
  })
  file.on('end', () => request.push(null))
  file.on('error', (error) => request.destroy(error))
  return file.pause()
}

class CapturingResponse extends ServerResponse {
  private readonly chunks: Buffer[] = []
  private readonly writtenHeaders: Record<string, string | string[]> = {}
  private finish: () => void = () => {}
  readonly ended = new Promise<void>((resolve) => {
    this.finish = resolve
  })

  override writeHead(status: number, ...rest: unknown[]): this {
    this.statusCode = status
    const headers = rest.find((part) => typeof part === 'object' && part !== null)
    for (const [name, value] of Object.entries(headers ?? {})) this.setHeader(name, value as string)
    return this
  }

  override write(chunk: unknown, ...rest: unknown[]): boolean {
    this.chunks.push(toBuffer(chunk, rest[0]))
    callbackIn(rest)?.()
    return true
  }

  override end(...parts: unknown[]): this {
    const [chunk] = parts
    if (chunk !== undefined && chunk !== null && typeof chunk !== 'function')
      this.chunks.push(toBuffer(chunk, parts[1]))
    for (const [name, value] of Object.entries(this.getHeaders())) {
      this.writtenHeaders[name] = Array.isArray(value) ? value : String(value)
    }
    this.finished = true
    callbackIn(parts)?.()
    this.emit('finish')
    this.emit('close')
    this.finish()
    return this
  }

  override flushHeaders(): void {}

  captured(): Captured {
    return { status: this.statusCode, headers: this.writtenHeaders, body: Buffer.concat(this.chunks) }
  }
}

function toBuffer(chunk: unknown, encoding: unknown): Buffer {
  if (typeof chunk !== 'string') return Buffer.from(chunk as Uint8Array)
  return Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8')
}

function callbackIn(parts: unknown[]): (() => void) | undefined {
  return parts.find((part) => typeof part === 'function') as (() => void) | undefined
}
