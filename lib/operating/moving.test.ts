import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { moveAll } from './moving'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'moving-'))
  for (const name of ['a', 'b']) writeFileSync(at(name), name)
  mkdirSync(at('media/deep'), { recursive: true })
  writeFileSync(at('media/deep/c'), 'c')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const at = (name: string) => join(folder, name)

describe('moveAll', () => {
  it('moves files and folders, makes what leads there, and leaves out what is not there', () => {
    moveAll([
      { from: at('a'), to: at('new/deep/a') },
      { from: at('media'), to: at('new/media') },
      { from: at('none'), to: at('new/none') },
    ])
    expect(readdirSync(folder).sort()).toEqual(['b', 'new'])
    expect(readFileSync(at('new/media/deep/c'), 'utf8')).toBe('c')
    expect(existsSync(at('new/none'))).toBe(false)
  })

  it('puts everything back when one cannot be moved', () => {
    const moves = [
      { from: at('media'), to: at('aside/media') },
      { from: at('a'), to: at('aside/a') },
      { from: at('aside/a'), to: at('b') },
    ]
    expect(() => moveAll(moves)).toThrow(/is in the way/)
    expect(readdirSync(folder).sort()).toEqual(['a', 'aside', 'b', 'media'])
    expect([readFileSync(at('a'), 'utf8'), readFileSync(at('b'), 'utf8')]).toEqual(['a', 'b'])
    expect(readdirSync(at('aside'))).toEqual([])
  })
})
