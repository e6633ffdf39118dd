import { createHash } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { ImageRefused, inspectImage, makeRendition } from './image'
import { RENDITION_FORMATS } from './rendition-address'

/** Red on its left half, blue on its right. */
function halves(width: number, height: number) {
  const half = { create: { width: width / 2, height, channels: 3 as const, background: '#0000ff' } }
  return sharp({ create: { width, height, channels: 3, background: '#ff0000' } }).composite([
    { input: half, left: width / 2, top: 0 },
  ])
}

/** A PNG whose header promises more than its body holds. */
function pngOf(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const body = deflateSync(Buffer.alloc(1000))
  const parts = [chunk('IHDR', header), chunk('IDAT', body), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...parts])
}

function chunk(type: string, data: Buffer): Buffer {
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/**
 * A photograph as a camera writes it: an APP1 segment with a TIFF header, the first directory pointing to that of the
 * place (EXIF 2.32 §4.5.2, §4.6.6), put before the rest by hand.
 */
function asCamera(photo: Buffer): Buffer {
  const entry = (tag: number, type: number, count: number, value: Buffer | number) => {
    const bytes = Buffer.alloc(12)
    bytes.writeUInt16LE(tag, 0)
    bytes.writeUInt16LE(type, 2)
    bytes.writeUInt32LE(count, 4)
    if (typeof value === 'number') bytes.writeUInt32LE(value, 8)
    else value.copy(bytes, 8)
    return bytes
  }
  const directory = (entries: Buffer[]) => {
    const count = Buffer.alloc(2)
    count.writeUInt16LE(entries.length)
    return Buffer.concat([count, ...entries, Buffer.alloc(4)])
  }
  const degrees = (...parts: number[]) => {
    const bytes = Buffer.alloc(24)
    for (const [index, part] of parts.entries()) {
      bytes.writeUInt32LE(part, index * 8)
      bytes.writeUInt32LE(1, index * 8 + 4)
    }
    return bytes
  }
  const make = Buffer.from(`${CAMERA}\0`, 'latin1')
  const [gpsAt, dataAt] = [8 + 30, 8 + 30 + 54]
  const tiff = Buffer.concat([
    Buffer.from('II*\0\x08\0\0\0', 'latin1'),
    directory([entry(0x010f, 2, make.length, dataAt + 48), entry(0x8825, 4, 1, gpsAt)]),
    directory([
      entry(1, 2, 2, Buffer.from('N\0')),
      entry(2, 5, 3, dataAt),
      entry(3, 2, 2, Buffer.from('W\0')),
      entry(4, 5, 3, dataAt + 24),
    ]),
    degrees(57, 8, 41),
    degrees(2, 5, 39),
    make,
  ])
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([photo.subarray(0, 2), head, body, photo.subarray(2)])
}

const CAMERA = 'Harbour Optical Works'

let jpeg: Buffer
beforeAll(async () => {
  jpeg = await halves(400, 200).jpeg({ quality: 95 }).toBuffer()
})

describe('inspectImage', () => {
  it('tells format, size and hash', async () => {
    const hash = createHash('sha256').update(jpeg).digest('hex')
    expect(await inspectImage(jpeg)).toEqual({ format: 'jpeg', width: 400, height: 200, hash })
  })

  it.each(['png', 'webp', 'avif', 'gif'] as const)('knows %s by its bytes', async (format) => {
    const bytes = await halves(40, 20).toFormat(format).toBuffer()
    expect(await inspectImage(bytes)).toMatchObject({ format, width: 40, height: 20 })
  })

  it('tells the size as it is seen, not as the camera was held', async () => {
    const turned = await sharp(jpeg).withMetadata({ orientation: 6 }).toBuffer()
    expect(await inspectImage(turned)).toMatchObject({ width: 200, height: 400 })
  })

  it.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['a text', Buffer.from('Ministers knew of flood risk'), 'no JPEG, PNG, WebP, AVIF or GIF'],
    ['a program', Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), 'no JPEG, PNG, WebP, AVIF or GIF'],
    ['only the first bytes of a JPEG', Buffer.from('\xff\xd8\xff', 'latin1'), 'damaged or cut short'],
    ['only the first bytes of a PNG', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'damaged or cut short'],
    ['more than 40 MB', Buffer.alloc(40_000_001), '41 MB'],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'SVG'],
    ['an SVG that begins with other things', Buffer.from('\ufeff<?xml version="1.0"?><!-- a --><svg:svg/>'), 'SVG'],
    ['an SVG in UTF-16', Buffer.from('\ufeff<svg >', 'utf16le'), 'SVG'],
    ['a HEIC of a telephone', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 'HEIC'],
    ['a text that calls itself a PNG', Buffer.from('\x89PNG\r\n\x1a\nMinisters knew', 'latin1'), 'damaged'],
    ['a PNG of 400 million pixels', pngOf(20_000, 20_000), 'at most 50 million'],
  ])('refuses %s, saying what is wrong', async (_, bytes, words) => {
    const refused = await inspectImage(bytes).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(ImageRefused)
    expect((refused as Error).message).toContain(words)
  })

  it.each(['jpeg', 'png', 'webp', 'avif', 'gif'] as const)('refuses a %s that was cut short', async (format) => {
    const whole = await sharp({
      create: {
        width: 300,
        height: 300,
        channels: 3,
        background: '#888',
        noise: { type: 'gaussian', mean: 128, sigma: 40 },
      },
    })
      .toFormat(format)
      .toBuffer()
    await expect(inspectImage(whole)).resolves.toMatchObject({ width: 300 })
    await expect(inspectImage(whole.subarray(0, whole.length * 0.6))).rejects.toThrow('damaged or cut short')
  })
})

describe('makeRendition', () => {
  it.each(RENDITION_FORMATS)('makes %s of the width that was asked for', async (format) => {
    const made = await makeRendition(jpeg, { width: 320, format })
    const known = await sharp(made).metadata()
    expect([known.width, known.height]).toEqual([320, 160])
    expect(known.format).toBe({ avif: 'heif', webp: 'webp', jpg: 'jpeg' }[format])
    if (format === 'jpg') expect(known.isProgressive).toBe(true)
  })

  it.each(RENDITION_FORMATS)('never enlarges, as %s', async (format) => {
    const { width, height } = await sharp(await makeRendition(jpeg, { width: 1920, format })).metadata()
    expect([width, height]).toEqual([400, 200])
  })

  it.each(RENDITION_FORMATS)('leaves out where the camera stood, as %s', async (format) => {
    const told = await sharp(jpeg)
      .withExif({ IFD0: { Copyright: 'Lena Ortiz' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '57/1 8/1 0/1' } })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>')
      .toBuffer()
    expect((await sharp(told).metadata()).exif?.length).toBeGreaterThan(20)
    const made = await makeRendition(told, { width: 320, format })
    const { exif, xmp, iptc } = await sharp(made).metadata()
    expect([exif, xmp, iptc]).toEqual([undefined, undefined, undefined])
    expect(made.includes('Lena Ortiz')).toBe(false)
  })

  it.each(RENDITION_FORMATS)('keeps nothing of what a camera wrote before the picture, as %s', async (format) => {
    const photo = asCamera(jpeg)
    const { exif } = await sharp(photo).metadata()
    expect(exif?.includes(CAMERA)).toBe(true)
    expect(await inspectImage(photo)).toMatchObject({ format: 'jpeg', width: 400, height: 200 })
    const made = await makeRendition(photo, { width: 320, format })
    expect((await sharp(made).metadata()).exif).toBeUndefined()
    expect([made.includes('Exif\0\0'), made.includes(CAMERA), made.includes('II*\0')]).toEqual([false, false, false])
  })

  it.each(RENDITION_FORMATS)('turns it upright, as %s', async (format) => {
    const turned = await sharp(jpeg).withMetadata({ orientation: 6 }).toBuffer()
    const made = sharp(await makeRendition(turned, { width: 320, format }))
    const { width, height, orientation } = await made.metadata()
    expect([width, height, orientation ?? 1]).toEqual([200, 400, 1])
    const [red = 0, , blue = 0] = await made.extract({ left: 100, top: 20, width: 1, height: 1 }).raw().toBuffer()
    expect(red).toBeGreaterThan(200)
    expect(blue).toBeLessThan(60)
  })

  it('puts white behind what one can see through, where the format cannot', async () => {
    const clear = await sharp({ create: { width: 20, height: 20, channels: 4, background: '#0000' } })
      .png()
      .toBuffer()
    const [red] = await sharp(await makeRendition(clear, { width: 320, format: 'jpg' }))
      .raw()
      .toBuffer()
    expect(red).toBeGreaterThan(250)
    expect((await sharp(await makeRendition(clear, { width: 320, format: 'webp' })).metadata()).hasAlpha).toBe(true)
  })

  it.each([
    ['a PNG of 400 million pixels', pngOf(20_000, 20_000)],
    ['a text', Buffer.from('no picture')],
  ])('refuses %s', async (_, bytes) => {
    await expect(makeRendition(bytes, { width: 320, format: 'jpg' })).rejects.toThrow()
  })
})
