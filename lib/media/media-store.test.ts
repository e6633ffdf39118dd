import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { MediaStore } from './media-store'

let picture: Buffer
let hash: string
let folder: string
let store: MediaStore

beforeAll(async () => {
  picture = await sharp({ create: { width: 600, height: 300, channels: 3, background: '#0f4c5c' } })
    .png()
    .toBuffer()
  hash = createHash('sha256').update(picture).digest('hex')
})
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'media-'))
  store = new MediaStore(folder)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const files = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())

describe('the media store', () => {
  it('keeps an original under the hash of its bytes, and once', async () => {
    await Promise.all([store.keep(hash, picture), store.keep(hash, picture)])
    const { mtimeMs } = statSync(store.originalOf(hash))
    await store.keep(hash, picture)
    expect(store.originalOf(hash)).toBe(join(folder, 'originals', hash.slice(0, 2), hash))
    expect(readFileSync(store.originalOf(hash))).toEqual(picture)
    expect(statSync(store.originalOf(hash)).mtimeMs).toBe(mtimeMs)
    expect(files()).toHaveLength(1)
  })

  it('makes a rendition the first time it is asked for', async () => {
    await store.keep(hash, picture)
    const file = await store.rendition(hash, 320, 'webp')
    expect(file).toBe(join(folder, 'renditions', hash.slice(0, 2), hash, '320.webp'))
    expect(await sharp(file).metadata()).toMatchObject({ format: 'webp', width: 320, height: 160 })
  })

  it('makes it once for all who ask at the same time', async () => {
    await store.keep(hash, picture)
    const asked = Array.from({ length: 8 }, () => store.rendition(hash, 480, 'jpg'))
    expect(new Set(asked).size).toBe(1)
    expect(new Set(await Promise.all(asked)).size).toBe(1)
    expect(
      files()
        .map((file) => file.name)
        .sort(),
    ).toEqual(['480.jpg', hash].sort())
  })

  it('reads from the disk what was made before', async () => {
    await store.keep(hash, picture)
    const file = await store.rendition(hash, 320, 'jpg')
    writeFileSync(file, 'made before')
    expect(readFileSync(await new MediaStore(folder).rendition(hash, 320, 'jpg'), 'utf8')).toBe('made before')
  })

  it('makes all formats and widths when they are asked for at once', async () => {
    await store.keep(hash, picture)
    const wanted = ([320, 480, 640] as const).flatMap((width) =>
      (['avif', 'webp', 'jpg'] as const).map((format) => [width, format] as const),
    )
    const made = await Promise.all(wanted.map(([width, format]) => store.rendition(hash, width, format)))
    for (const file of made) expect(statSync(file).size).toBeGreaterThan(0)
    expect(files()).toHaveLength(10)
  })

  it('takes no half file for a whole one', async () => {
    await store.keep(hash, picture)
    const file = await store.rendition(hash, 320, 'jpg')
    rmSync(file)
    writeFileSync(`${file}.0a1b2c3d4e5f`, 'half')
    expect(await sharp(await store.rendition(hash, 320, 'jpg')).metadata()).toMatchObject({ width: 320 })
  })

  it('leaves nothing behind when a rendition cannot be made, and tries again', async () => {
    await store.keep(hash, Buffer.from('no picture'))
    await expect(store.rendition(hash, 320, 'jpg')).rejects.toThrow()
    expect(files()).toHaveLength(1)
    writeFileSync(store.originalOf(hash), picture)
    await expect(store.rendition(hash, 320, 'jpg')).resolves.toContain('320.jpg')
  })

  it('names the original that is missing', async () => {
    await expect(store.rendition(hash, 320, 'jpg')).rejects.toThrow(`${store.originalOf(hash)} is missing`)
  })

  it.each(['', '../../secrets.json', 'a'.repeat(63), 'A'.repeat(64), `${'a'.repeat(64)}/..`])(
    'refuses the hash “%s”',
    (bad) => {
      expect(() => store.originalOf(bad)).toThrow(`“${bad}”`)
      expect(() => store.rendition(bad, 320, 'jpg')).toThrow(`“${bad}”`)
    },
  )
})
