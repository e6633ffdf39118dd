import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isCropName, makeCrop, NAMED_CROPS } from './named-crops'

let folder: string
let file: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'crops-'))
  file = join(folder, 'halves.png')
  const left = await sharp({ create: { width: 320, height: 400, channels: 3, background: '#ff0000' } })
    .png()
    .toBuffer()
  writeFileSync(
    file,
    await sharp({ create: { width: 640, height: 400, channels: 3, background: '#0000ff' } })
      .composite([{ input: left, left: 0, top: 0 }])
      .png()
      .toBuffer(),
  )
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('a named crop', () => {
  it.each([
    ['3:2', 1.5],
    ['16:9', 16 / 9],
    ['1:1', 1],
    ['4:5', 0.8],
  ] as const)('%s has its shape, whatever the picture’s own row says of its size', async (name, ratio) => {
    const row = { focalX: 0.5, focalY: 0.5, width: 9000, height: 6000 }
    const { width = 0, height = 1 } = await sharp(await makeCrop(file, name, row)).metadata()
    expect(width / height).toBeCloseTo(ratio, 2)
  })

  it('keeps in view what must stay in view', async () => {
    const redOf = async (focalX: number) => {
      const { channels } = await sharp(await makeCrop(file, '4:5', { focalX, focalY: 0.5 })).stats()
      return channels[0]?.mean ?? 0
    }
    expect(await redOf(0.1)).toBeGreaterThan(240)
    expect(await redOf(0.9)).toBeLessThan(15)
  })

  it('is known by its name', () => {
    expect(Object.keys(NAMED_CROPS).every(isCropName)).toBe(true)
    expect(['', '2:3', 'toString'].some(isCropName)).toBe(false)
  })
})
