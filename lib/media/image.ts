import { createHash } from 'node:crypto'
import sharp from 'sharp'
import type { ImageFormat } from './image-format'
import type { Format, Width } from './rendition-address'

/** What an image is, told by its bytes. */
export type InspectedImage = { format: ImageFormat; width: number; height: number; hash: string }

/** A file that is not taken as an image, and why. */
export class ImageRefused extends Error {
  constructor(words: string) {
    super(words)
    this.name = 'ImageRefused'
  }
}

const MOST_BYTES = 40_000_000
const MOST_PIXELS = 50_000_000

// A page that someone waits for comes before an image that is made once: one thread of the pool is left to it.
sharp.concurrency(1)
sharp.cache(false)

/**
 * Says what an image is, by its bytes and never by its name.
 *
 * @throws {ImageRefused} when it is none, is cut short, or is larger than can be worked on safely
 */
export async function inspectImage(bytes: Uint8Array): Promise<InspectedImage> {
  if (bytes.length === 0) throw new ImageRefused('The file is empty.')
  if (bytes.length > MOST_BYTES) {
    throw new ImageRefused(
      `The file has ${Math.ceil(bytes.length / 1e6)} MB; an image may have ${MOST_BYTES / 1e6} MB.`,
    )
  }
  const format = signatureOf(bytes)
  if (!format && isSvg(bytes)) {
    throw new ImageRefused('This is an SVG drawing, which can carry scripts: save it as PNG and send that.')
  }
  if (!format && isHeic(bytes)) {
    throw new ImageRefused('This is a HEIC photograph, which cannot be read here: export it as JPEG and send that.')
  }
  if (!format) throw new ImageRefused('This is no JPEG, PNG, WebP, AVIF or GIF image.')
  const { width, height } = await measure(bytes)
  return { format, width, height, hash: createHash('sha256').update(bytes).digest('hex') }
}

/**
 * An image in a width and a format: turned upright, never enlarged, without anything but the picture (a camera notes
 * where it stood).
 *
 * @param width in pixels; an image that is narrower stays as it is
 * @throws when the bytes are no image that `inspectImage` would take
 */
export function makeRendition(bytes: Uint8Array, { width, format }: { width: Width; format: Format }): Promise<Buffer> {
  const resized = open(bytes).rotate().resize({ width, withoutEnlargement: true }).toColourspace('srgb')
  if (format === 'avif') return resized.avif({ quality: 50, effort: 3 }).toBuffer()
  if (format === 'webp') return resized.webp({ quality: 75 }).toBuffer()
  return resized.flatten({ background: '#ffffff' }).jpeg({ quality: 78, progressive: true, mozjpeg: true }).toBuffer()
}

/**
 * An image as a small square around what stands out in it, upright and without anything but the picture.
 *
 * @param side in pixels
 * @returns WebP
 * @throws when the bytes are no image that `inspectImage` would take
 */
export function makeSquare(bytes: Uint8Array, side: number): Promise<Buffer> {
  return open(bytes)
    .rotate()
    .resize({ width: side, height: side, fit: 'cover', position: 'attention' })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .webp({ quality: 80 })
    .toBuffer()
}

async function measure(bytes: Uint8Array): Promise<{ width: number; height: number }> {
  try {
    const { width = 0, height = 0, orientation = 1 } = await open(bytes).metadata()
    if (width * height > MOST_PIXELS) throw new ImageRefused(tooManyPixels(width, height))
    // Decoding it all is the only way to know that nothing is missing at its end.
    await open(bytes).resize({ width: 16 }).raw().toBuffer()
    return orientation >= 5 ? { width: height, height: width } : { width, height }
  } catch (error) {
    if (error instanceof ImageRefused) throw error
    if (/pixel limit/i.test((error as Error).message)) throw new ImageRefused(tooManyPixels())
    throw new ImageRefused('The image is damaged or cut short.')
  }
}

function tooManyPixels(width?: number, height?: number): string {
  const size = width ? `${width} × ${height} pixels` : 'too many pixels'
  return `The image has ${size}; at most ${MOST_PIXELS / 1e6} million are taken.`
}

function open(bytes: Uint8Array) {
  return sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 })
}

/** An SVG file in any of the ways it may begin: a byte order mark, a declaration, comments, a document type. */
function isSvg(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 4096))
  return /<svg[\s>:]/i.test(start.toString('utf8')) || /<svg[\s>]/i.test(start.toString('utf16le'))
}

/** What telephones write (ISO/IEC 23008-12); the sharp that npm installs is built without its decoder. */
function isHeic(bytes: Uint8Array): boolean {
  return /^ftyp(?:hei|hev|mif1|msf1)/.test(Buffer.from(bytes.subarray(4, 12)).toString('latin1'))
}

/** The first bytes of each format (WHATWG MIME Sniffing §6.1; AVIF: ISO/IEC 23000-22). */
function signatureOf(bytes: Uint8Array): ImageFormat | null {
  const text = Buffer.from(bytes.subarray(0, 32)).toString('latin1')
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (text.startsWith('GIF87a') || text.startsWith('GIF89a')) return 'gif'
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'webp'
  if (text.slice(4, 8) === 'ftyp' && /avi[fs]/.test(text.slice(8))) return 'avif'
  return null
}
