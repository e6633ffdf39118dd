import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { getPublicMedia } from '../media/media-queries'
import { MediaStore } from '../media/media-store'
import { type Format, parseRenditionAddress } from '../media/rendition-address'
import { readPart } from '../paths'
import { getPortraitImage } from '../people/portrait-queries'
import { parseRange } from './byte-range'

const TYPES: Record<Format, string> = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg' }

const PORTRAIT = /^\/media\/portraits\/([0-9a-f]{32})\.webp$/

export function isMediaAddress(path: string): boolean {
  return path.startsWith('/media/')
}

/** Sends pictures: never changing under their address, in parts if asked for, and only those that everyone may see. */
export class MediaFiles {
  private readonly store: MediaStore

  /** @param headers that every file carries, `name, value, name, value…` */
  constructor(
    folder: string,
    private readonly headers: string[],
  ) {
    this.store = new MediaStore(folder)
  }

  async answer(request: IncomingMessage, response: ServerResponse, path: string, id: string): Promise<number> {
    const [, portrait] = PORTRAIT.exec(path) ?? []
    if (portrait) return this.answerPortrait(request, response, portrait, id)
    const address = parseRenditionAddress(path)
    const media = address && (await getPublicMedia(address.id, readPart(address.name)))
    if (!address || !media) return nothing(response, this.headers, id)
    const file = await this.store.rendition(media.hash, address.width, address.format)
    const { size } = await stat(file)
    const etag = `"${media.hash.slice(0, 16)}-${address.width}-${address.format}"`
    const common = [...this.headers, 'content-type', TYPES[address.format], 'etag', etag, 'accept-ranges', 'bytes']
    common.push(
      'cache-control',
      'public, max-age=31536000, immutable',
      'cross-origin-resource-policy',
      'cross-origin',
      'x-request-id',
      id,
    )
    if (request.headers['if-none-match']?.includes(etag)) {
      response.writeHead(304, common).end()
      return 304
    }
    const range = parseRange(request.headers.range, size)
    if (range === 'unsatisfiable') {
      response.writeHead(416, [...common, 'content-range', `bytes */${size}`, 'content-length', '0']).end()
      return 416
    }
    const { start, end } = range ?? { start: 0, end: size - 1 }
    const partial = range ? ['content-range', `bytes ${start}-${end}/${size}`] : []
    response.writeHead(range ? 206 : 200, [...common, ...partial, 'content-length', String(end - start + 1)])
    if (request.method === 'HEAD') response.end()
    else await pipeline(createReadStream(file, { start, end }), response).catch(ignoreLeaving)
    return response.statusCode
  }

  /** A face is no longer shown a day after its owner took it off, wherever it is kept meanwhile. */
  private async answerPortrait(request: IncomingMessage, response: ServerResponse, key: string, id: string) {
    const image = await getPortraitImage(key)
    if (!image) return nothing(response, this.headers, id)
    const etag = `"${key}"`
    const common = [...this.headers, 'content-type', TYPES.webp, 'etag', etag, 'cache-control', 'public, max-age=86400']
    common.push('x-request-id', id)
    const isKnown = request.headers['if-none-match']?.includes(etag) ?? false
    if (isKnown) response.writeHead(304, common).end()
    else
      response
        .writeHead(200, [...common, 'content-length', String(image.length)])
        .end(request.method === 'HEAD' ? undefined : image)
    return isKnown ? 304 : 200
  }
}

/** A reader who leaves in the middle of a picture is no failure. */
function ignoreLeaving(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE' && error.code !== 'ECONNRESET' && error.code !== 'EPIPE') throw error
}

function nothing(response: ServerResponse, headers: string[], id: string): number {
  response.writeHead(404, [...headers, 'cache-control', 'no-store', 'content-length', '0', 'x-request-id', id]).end()
  return 404
}
