import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { isLatin } from './card-fonts'
import { isDrawable, setText } from './set-text'

const setting = { voice: 'head' as const, size: 48, colour: '#171512', width: 600, lines: 4 }

describe('setText', () => {
  it.each([
    ['Arabic', 'دكان الأزرار الذي لا يغلق أبوابه'],
    ['Hebrew', 'חנות הכפתורים'],
    ['Hindi', 'ग्यारह नर्सें और एक नाव'],
    ['Thai', 'ร้านกระดุมที่ไม่เคยปิด'],
    ['Russian', 'Лавка, которая не закрывается'],
    ['Greek', 'Το μαγαζί με τα κουμπιά'],
    ['Vietnamese', 'Cửa hàng không bao giờ đóng cửa'],
  ])('sets %s, within its lines', async (_, text) => {
    const made = await setText(text, setting)
    expect(made?.width).toBeGreaterThan(100)
    expect(made?.width).toBeLessThanOrEqual(600)
    const { isOpaque, channels } = await sharp(Buffer.from(made?.address.split(',')[1] as string, 'base64')).stats()
    expect(isOpaque).toBe(false)
    expect(channels.at(-1)?.max).toBe(255)
  })

  it('leaves out what does not fit, and says so with three dots', async () => {
    const made = await setText('كلمة '.repeat(200), { ...setting, lines: 3 })
    expect(made?.height).toBeLessThanOrEqual(3 * 48 * 1.7)
  })

  it('sets nothing where letters are missing: no frames with numbers', async () => {
    expect(await isDrawable('\u0378')).toBe(false)
    expect(await setText('Before \u{2fffe} after', setting)).toBeNull()
    expect(await setText('😀', setting)).toBeNull()
    expect(await isDrawable('Plain words, “quoted”')).toBe(true)
  })
})

it('knows which texts need no shaper', () => {
  expect(isLatin('Żółć, naïve: “déjà vu” — 3 000 €')).toBe(true)
  expect(isLatin('Cửa hàng')).toBe(true)
  for (const text of ['Лавка', 'דכ', '부산', '新聞', 'a😀']) expect(isLatin(text), text).toBe(false)
})
