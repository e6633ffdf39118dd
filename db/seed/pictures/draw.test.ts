import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { drawPicture, drawPortrait, PICTURE_NAMES } from './draw'

const HANDLES = [
  'priya-natarajan',
  'owen-hale',
  'tom-adeyemi',
  'lena-ortiz',
  'ana-ruiz',
  'idris-falk',
  'marta-lind',
  'z',
]

describe('the pictures', () => {
  it('are at least twenty-six, each with a name that can stand in an address', () => {
    expect(PICTURE_NAMES.length).toBeGreaterThanOrEqual(26)
    for (const name of PICTURE_NAMES) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/)
  })

  it.each(PICTURE_NAMES)('%s is drawn the same each time, whole, without text, and can be decoded', async (name) => {
    const svg = drawPicture(name)
    expect(drawPicture(name)).toBe(svg)
    expectWellFormed(svg)
    expect(svg).not.toMatch(/<(text|image|script|foreignObject)\b/)
    const { width, height } = await sharp(Buffer.from(svg)).metadata()
    expect([width, height]).toEqual([1920, 1280])
    expect(await colours(svg)).toBeGreaterThan(60)
  })

  it('differ from each other', () => {
    expect(new Set(PICTURE_NAMES.map(drawPicture)).size).toBe(PICTURE_NAMES.length)
  })

  it.each(['atlantis', '', 'toString', 'dam-morning.jpg'])('refuses “%s”, naming it', (name) => {
    expect(() => drawPicture(name)).toThrow(`no picture “${name}”`)
  })
})

describe('the portraits', () => {
  it.each(HANDLES)('%s is drawn the same each time, whole, and can be decoded', async (handle) => {
    const svg = drawPortrait(handle)
    expect(drawPortrait(handle)).toBe(svg)
    expectWellFormed(svg)
    const { width, height } = await sharp(Buffer.from(svg)).metadata()
    expect([width, height]).toEqual([800, 800])
    expect(await colours(svg)).toBeGreaterThan(40)
  })

  it('differ from each other', () => {
    expect(new Set(HANDLES.map(drawPortrait)).size).toBe(HANDLES.length)
  })

  it('carries nothing of a handle into the drawing', () => {
    expect(drawPortrait('"><script>')).not.toContain('script')
  })
})

/** Every element is closed in its order, every reference has what it points to, and no number came to nothing. */
function expectWellFormed(svg: string): void {
  const open: string[] = []
  for (const [, closes, name, attributes, empty] of svg.matchAll(
    /<(\/?)([A-Za-z]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g,
  )) {
    if (closes) expect(open.pop()).toBe(name)
    else if (!empty) open.push(name as string)
    expect(attributes).not.toMatch(/NaN|undefined|Infinity|paint\(|blurred\(/)
  }
  expect(open).toEqual([])
  expect(svg.replace(/<\/?[A-Za-z]+(?:\s+[\w:-]+="[^"<]*")*\s*\/?>/g, '')).toBe('')
  const ids = new Set([...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
  for (const [, id] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(id)
}

/** How many colours the drawing has, counted coarsely: a picture that failed to draw has few. */
async function colours(svg: string): Promise<number> {
  const pixels = await sharp(Buffer.from(svg)).resize(96).removeAlpha().raw().toBuffer()
  const found = new Set<number>()
  for (let at = 0; at < pixels.length; at += 3) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(at, at + 3)
    found.add(((red >> 4) << 8) | ((green >> 4) << 4) | (blue >> 4))
  }
  return found.size
}
