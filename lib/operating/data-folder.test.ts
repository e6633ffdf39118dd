import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readEnvironment } from '../env'
import { makeDataFolders } from './data-folder'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'data-folder-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const make = (source: Record<string, string>) => makeDataFolders(readEnvironment(source))

describe('makeDataFolders', () => {
  it('makes the folders of the data and of the database, and leaves them as they are the next time', () => {
    const source = { DATA_DIR: join(folder, 'deep/data'), DATABASE_URL: `file:${join(folder, 'fast/disk/portal.db')}` }
    make(source)
    writeFileSync(join(folder, 'deep/data/kept'), '')
    make(source)
    expect(readdirSync(join(folder, 'deep/data'))).toEqual(['kept'])
    expect(statSync(join(folder, 'fast/disk')).isDirectory()).toBe(true)
    expect(existsSync(join(folder, 'fast/disk/portal.db'))).toBe(false)
  })

  it('names the setting whose folder is a file, or lies in one', () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    expect(() => make({ DATA_DIR: file })).toThrow(`DATA_DIR ${file} is no folder`)
    expect(() => make({ DATA_DIR: join(file, 'data') })).toThrow(/^DATA_DIR .* cannot be made \(ENOTDIR/)
    const source = { DATA_DIR: join(folder, 'data'), DATABASE_URL: `file:${join(file, 'portal.db')}` }
    expect(() => make(source)).toThrow(`DATABASE_URL ${file} is no folder`)
  })

  it.skipIf(process.platform !== 'linux')('ends where the system makes no folders', () => {
    expect(() => make({ DATA_DIR: '/proc/paper/data' })).toThrow(/^DATA_DIR \/proc\/paper\/data cannot be made/)
  })
})
