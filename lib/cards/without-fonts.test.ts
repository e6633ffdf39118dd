import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'

let folder: string

/** A machine that has no fonts of its own: fontconfig looks into an empty folder. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'no-fonts-'))
  const file = join(folder, 'fonts.conf')
  writeFileSync(
    file,
    `<?xml version="1.0"?><fontconfig><dir>${folder}</dir><cachedir>${folder}</cachedir></fontconfig>`,
  )
  vi.stubEnv('FONTCONFIG_FILE', file)
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

const setting = { voice: 'head' as const, size: 48, colour: '#171512', width: 600, lines: 4 }

it.each([
  ['Chinese', '永不關門的鈕扣店'],
  ['Japanese', '決して閉まらないボタン屋'],
  ['Korean', '절대 문을 닫지 않는 단추 가게'],
  ['Chinese beside Latin', 'Broadsheet 報導'],
])('without a face for %s nothing is set, and no letter is a frame', async (_, text) => {
  const { setText } = await import('./set-text')
  expect(await setText(text, setting)).toBeNull()
})

it('sets what the paper has faces for all the same', async () => {
  const { setText } = await import('./set-text')
  for (const text of ['Лавка', 'ร้านกระดุม', 'دكان الأزرار', 'ग्यारह', 'Plain words'])
    expect(await setText(text, setting), text).not.toBeNull()
})
