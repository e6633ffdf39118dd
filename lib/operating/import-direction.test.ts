import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectRoot } from '../root'

const biome = join(projectRoot(), 'node_modules/@biomejs/biome/bin/biome')
let house: string

/** A house with our linter's rules and nothing else in it. */
beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'broadsheet-direction-'))
  const rules = JSON.parse(readFileSync(join(projectRoot(), 'biome.json'), 'utf8'))
  writeFileSync(join(house, 'biome.json'), JSON.stringify({ ...rules, vcs: { enabled: false } }))
})

afterAll(() => rmSync(house, { recursive: true, force: true }))

/** What the linter says of a file at this place that imports from there; nothing when it has nothing to say. */
function complaint(place: string, source: string): string {
  const file = join(house, place)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `import { thing } from '${source}'\n\nexport const same = thing\n`)
  try {
    execFileSync(process.execPath, [biome, 'lint', place], { cwd: house, stdio: 'pipe' })
    return ''
  } catch (error) {
    const { stdout, stderr } = error as { stdout: Buffer; stderr: Buffer }
    return `${stdout}${stderr}`
  } finally {
    rmSync(file)
  }
}

describe('the linter refuses an import against the direction app → lib → db', () => {
  it.each([
    ['app/page.ts', '@/db/client', 'app/ reads and writes through lib/.'],
    ['app/(site)/tag/page.ts', '../../../db/schema/articles', 'app/ reads and writes through lib/.'],
    ['app/page.ts', 'drizzle-orm', 'app/ reads and writes through lib/.'],
    ['app/page.ts', 'better-sqlite3', 'app/ reads and writes through lib/.'],
    ['app/page.ts', '@/e2e/cast', 'The application never imports its tests.'],
    ['lib/articles/article.ts', '@/app/layout', 'lib/ never imports app/ or e2e/.'],
    ['lib/articles/article.ts', '../../app/layout', 'lib/ never imports app/ or e2e/.'],
    ['lib/articles/article.ts', '@/e2e/cast', 'lib/ never imports app/ or e2e/.'],
    ['db/client.ts', '@/lib/env', 'db/ imports nothing of ours.'],
    ['db/schema/articles.ts', '../../lib/env', 'db/ imports nothing of ours.'],
    ['db/client.ts', '@/app/layout', 'db/ imports nothing of ours.'],
  ])('%s may not import %s', (place, source, words) => {
    expect(complaint(place, source)).toContain(words)
  })

  it.each([
    ['app/page.ts', '@/lib/articles/article-queries'],
    ['lib/articles/article-queries.ts', '@/db/client'],
    ['lib/articles/article-queries.ts', 'drizzle-orm'],
    ['db/client.ts', 'better-sqlite3'],
    ['e2e/newsroom.ts', '@/lib/articles/article-commands'],
  ])('%s may import %s', (place, source) => {
    expect(complaint(place, source)).toBe('')
  })
})
