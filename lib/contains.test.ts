import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { database } from '@/db/client'
import { sections } from '@/db/schema/articles'
import { contains } from './contains'
import { type FreshDatabase, openFreshDatabase } from './operating/fresh-database'
import { write } from './write'

let fresh: FreshDatabase

beforeEach(() => {
  fresh = openFreshDatabase()
})
afterEach(() => fresh.close())

async function finds(text: string, part: string): Promise<boolean> {
  await write(async (tx) => {
    await tx.delete(sections)
    await tx.insert(sections).values({ slug: 'one', name: text, position: 1 })
  })
  const [row] = await database()
    .select({ found: sql<number>`${contains(sections.name, part)}` })
    .from(sections)
  return row?.found === 1
}

it('minds neither case nor accents, in any script that has them', async () => {
  for (const [text, part] of [
    ['The Finch', 'the f'],
    ['Örebro', 'ö'],
    ['örebro', 'Ö'],
    ['Örebro', 'orebro'],
    ['orebro', 'Ö'],
    ['O\u0308rebro'.normalize('NFC'), 'o\u0308re'],
    ['Straße', 'STRAẞE'],
    ['ΑΘΉΝΑ', 'αθηνα'],
    ['Київ', 'КИЇВ'],
    ['Phạm Văn', 'pham van'],
    ['東京の橋', '京の'],
    ['🦊 fox', '🦊'],
  ] as const)
    expect(await finds(text, part), `${part} in ${text}`).toBe(true)
})

it('takes every sign for itself', async () => {
  for (const sign of ['*', '?', '[', ']', '^', '%', '_', '-', '\\', '[^a]', '[a-z]', '**']) {
    expect(await finds(`50 ${sign} off`, `0 ${sign} o`), sign).toBe(true)
    expect(await finds('50 x off', `0 ${sign} o`), sign).toBe(false)
  }
})

it('takes the longest that can be asked for', async () => {
  expect(await finds('x', 'o'.repeat(200))).toBe(false)
  expect(await finds('O'.repeat(200), 'ö'.repeat(200))).toBe(true)
  expect(await finds('O'.repeat(200), 'ö'.repeat(5000))).toBe(false)
})
