import { execFile } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { buildSync } from 'esbuild'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SettingError } from '../env'
import { projectRoot } from '../root'
import { readSecrets } from './secrets'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'secrets-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('readSecrets', () => {
  it('makes them on the first start, for their owner alone, and keeps them', () => {
    const dataDir = join(folder, 'deep/data')
    const made = readSecrets(dataDir)
    expect(Buffer.from(made.nextAuthSecret, 'base64url')).toHaveLength(32)
    expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600)
    expect(readdirSync(dataDir)).toEqual(['secrets.json'])
    expect(readSecrets(dataDir)).toEqual(made)
  })

  it('makes others elsewhere', () => {
    expect(readSecrets(join(folder, 'a')).nextAuthSecret).not.toBe(readSecrets(join(folder, 'b')).nextAuthSecret)
  })

  it.each(['', '{', 'null', '{}', '{"nextAuthSecret":"short"}', '{"nextAuthSecret":42}'])(
    'refuses and keeps a file with %j',
    (text) => {
      const file = join(folder, 'secrets.json')
      writeFileSync(file, text)
      expect(() => readSecrets(folder)).toThrow(SettingError)
      expect(readFileSync(file, 'utf8')).toBe(text)
    },
  )

  it('never says what is in a file that it refuses', () => {
    writeFileSync(join(folder, 'secrets.json'), '{"nextAuthSecret":"nearly-a-secret"}')
    expect(() => readSecrets(folder)).toThrow(/^(?!.*nearly-a-secret)/)
  })

  it('says so when the folder cannot be one', () => {
    writeFileSync(join(folder, 'file'), '')
    expect(() => readSecrets(join(folder, 'file/data'))).toThrow(SettingError)
  })

  it.skipIf(process.getuid?.() === 0)('says so when it may not be read', () => {
    readSecrets(folder)
    chmodSync(join(folder, 'secrets.json'), 0)
    expect(() => readSecrets(folder)).toThrow(/cannot be read/)
  })

  it('gives the same to several first starts at once', async () => {
    const bundle = join(projectRoot(), '.build', `secrets-${process.pid}.test.mjs`)
    const contents = `import { readSecrets } from './lib/operating/secrets'; console.log(readSecrets(process.argv[2]).nextAuthSecret)`
    const stdin = { contents, resolveDir: projectRoot(), loader: 'ts' as const }
    buildSync({
      stdin,
      outfile: bundle,
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      logLevel: 'error',
    })
    try {
      const runs = Array.from({ length: 4 }, () =>
        promisify(execFile)(process.execPath, [bundle, join(folder, 'data')]),
      )
      const secrets = (await Promise.all(runs)).map(({ stdout }) => stdout)
      expect(new Set(secrets).size).toBe(1)
      expect(readdirSync(join(folder, 'data'))).toEqual(['secrets.json'])
    } finally {
      rmSync(bundle, { force: true })
    }
  })
})
