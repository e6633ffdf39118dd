import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { editionsBefore } from './editions'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'editions-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function build(name: string, seconds: number): string {
  const edition = join(folder, name)
  mkdirSync(edition)
  utimesSync(edition, seconds, seconds)
  return edition
}

it('lists the builds beside this one, oldest first, and none that is half made', () => {
  const [newer, older, own] = [build('a', 3000), build('b', 1000), build('c', 4000)]
  build('d.draft', 2000)
  writeFileSync(join(folder, 'note.txt'), '')
  expect(editionsBefore(own)).toEqual([older, newer])
})

it('has none beside the first', () => {
  expect(editionsBefore(build('a', 1000))).toEqual([])
})
