import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const at = (path: string) => new URL(`../../${path}`, import.meta.url)
const files = readdirSync(at('public/fonts')).filter((name) => name.endsWith('.woff2'))

it.each(files)('%s is named by what it holds, as browsers keep it for ever', (name) => {
  const hash = createHash('sha256').update(readFileSync(at(`public/fonts/${name}`)))
  expect(name).toContain(`-${hash.digest('hex').slice(0, 8)}.woff2`)
})

it('every font is named by a stylesheet, and no other', () => {
  const named = (path: string) =>
    [...readFileSync(at(path), 'utf8').matchAll(/\/fonts\/([\w-]+\.woff2)/g)].map(([, name]) => name as string)
  const inStyles = [...named('app/styles/fonts.css'), ...named('public/reader/letters.css')]
  expect(inStyles.sort()).toEqual([...files].sort())
  expect(files).toEqual(expect.arrayContaining(named('app/layout.tsx')))
  expect(named('app/layout.tsx')).toHaveLength(3)
})
