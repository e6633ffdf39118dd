import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'

/** Asks a request handler for an address without a client, and keeps what it says. */
export type Captured = { status: number; headers: Record<string, string>; body: Buffer }

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/**
 * The request is made up from the address alone, so that nothing of a reader's (header, cookie, parameter) can reach a
 * page that every reader gets.
 *
 * @param handler Next's request handler
 * @param address canonical path and query
 * @param host what the page may believe it is called
 */
export async function capture(handler: Handler, address: string, host: string): Promise<Captured> {
  const socket = new Socket()
  const request = new IncomingMessage(socket)
  request.method = 'GET'
  request.url = address
  request.headers = { host, accept: 'text/html' }
  request.httpVersion = '1.1'
  request.push(null)
  const response = new CapturingResponse(request)
  try {
    await handler(request, response)
    await response.ended
    return response.captured()
  } finally {
    socket.destroy()
  }
}

class CapturingResponse extends ServerResponse {
  private readonly chunks: Buffer[] = []
  private readonly writtenHeaders: Record<string, string> = {}
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
    for (const [name, value] of Object.entries(this.getHeaders())) this.writtenHeaders[name] = String(value)
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
