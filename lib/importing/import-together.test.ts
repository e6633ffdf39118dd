import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import { articles } from '@/db/schema/articles'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { unsafeOperator } from '../people/viewer'
import { saveSection } from '../site/site-commands'
import { importFiles } from './import-command'

const operator = unsafeOperator()
let fresh: FreshDatabase
beforeEach(async () => {
  fresh = openFreshDatabase()
  await saveSection(operator, { slug: 'news', name: 'News' })
})
afterEach(() => fresh.close())

const file = (number: number, text = 'The ferry was late.') => ({
  name: `${number}.txt`,
  bytes: Buffer.from(`Ferry ${number} was late\nby Wren\n2026-01-02 10:00:00\n\n${text}\n`),
})

describe('files that are taken in together', () => {
  it('are as many articles as there are, each once, and nothing the second time', async () => {
    const files = Array.from({ length: 70 }, (_, number) => file(number))
    const first = await importFiles(operator, files)
    expect(first.map(({ file: name }) => name)).toEqual(files.map(({ name }) => name))
    expect(new Set(first.map(({ outcome }) => outcome))).toEqual(new Set(['imported']))
    const second = await importFiles(operator, files)
    expect(new Set(second.map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']))
    expect(await database().select({ id: articles.id }).from(articles)).toHaveLength(70)
  })

  it('hold the same article twice and one that cannot be read', async () => {
    const bad = { name: 'bad.txt', bytes: Buffer.from('') }
    const reports = await importFiles(operator, [file(1), bad, file(1), file(1, 'Something else.'), file(2)])
    expect(reports.map(({ outcome }) => outcome)).toEqual(['imported', 'refused', 'unchanged', 'kept', 'imported'])
  })

  it('get addresses of their own when they are called the same', async () => {
    const named = (day: number) => ({
      name: `${day}.txt`,
      bytes: Buffer.from(`Ferry was late\nby Wren\n2026-01-0${day} 10:00:00\n\nThe ferry was late.\n`),
    })
    const reports = await importFiles(operator, [named(1), named(2), named(3)])
    expect(new Set(reports.map((report) => 'address' in report && report.address)).size).toBe(3)
  })

  it('are taken in where one of them fails that is no worse than the others, and it is named', async () => {
    const broken = (times: number) => {
      let left = times
      const findPicture = async () => {
        left -= 1
        if (left >= 0) throw new Error('the disk is full')
        return { refused: 'it is not there' }
      }
      const name = `broken-${times}.md`
      const text = `---\nheadline: Broken ${times} times\npublished: 2026-01-02T10:00:00Z\n---\n\n![A boat](boat.jpg)\n`
      return { name, bytes: Buffer.from(text), findPicture }
    }
    const reports = await importFiles(operator, [file(1), broken(9), file(2), broken(1), file(3)])
    const outcomes = ['imported', 'refused', 'imported', 'imported', 'imported']
    expect(reports.map(({ outcome }) => outcome)).toEqual(outcomes)
    expect(reports[1]).toMatchObject({ file: 'broken-9.md', reason: expect.stringContaining('the disk is full') })
    await expect(importFiles(operator, [broken(8), broken(7)])).rejects.toThrow('the disk is full')
  })
})
