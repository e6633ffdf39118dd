import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { JOINED, PageStyles } from './page-styles'

let edition: string

beforeEach(() => {
  edition = mkdtempSync(join(tmpdir(), 'styles-'))
  mkdirSync(join(edition, 'reader'))
  put('pages/static/chunks/a~1.css', '@layer one, two;\n/*# sourceMappingURL=a.css.map*/')
  put('public/reader/b.css', '@layer one{p{margin:0}}')
  put('public/reader/c.css', 'q{}')
})
afterEach(() => rmSync(edition, { recursive: true }))

function put(name: string, text: string): void {
  mkdirSync(dirname(join(edition, name)), { recursive: true })
  writeFileSync(join(edition, name), text)
}

const link = (address: string) => `<link rel="stylesheet" href="${address}"/>`
const page = (...addresses: string[]) => `<head>${addresses.map(link).join('<meta charset="utf-8"/>')}</head>`
const joinedIn = (html: string) => /\/reader\/styles-[^"]+/.exec(html)?.[0] ?? ''

it('joins what a page names into one sheet, in its order and in the place of the first', () => {
  const html = new PageStyles(edition).join(page('/_next/static/chunks/a~1.css', '/reader/b.css'))
  expect(html).toMatch(
    /^<head><link rel="stylesheet" href="\/reader\/styles-[\w-]{16}\.css"\/><meta charset="utf-8"\/><\/head>$/,
  )
  expect(joinedIn(html)).toMatch(JOINED)
  expect(readFileSync(join(edition, joinedIn(html)), 'utf8')).toBe('@layer one, two;\n\n@layer one{p{margin:0}}')
})

it('names the same sheet each time, and another one for other parts', () => {
  const [first, second] = [new PageStyles(edition), new PageStyles(edition)]
  const html = first.join(page('/reader/b.css', '/reader/c.css'))
  expect(first.join(page('/reader/b.css', '/reader/c.css'))).toBe(html)
  expect(second.join(page('/reader/b.css', '/reader/c.css'))).toBe(html)
  expect(first.join(page('/reader/c.css', '/reader/b.css'))).not.toBe(html)
  expect(readdirSync(join(edition, 'reader'))).toHaveLength(2)
})

it('leaves one sheet alone, and those of a site or a reader', () => {
  const styles = new PageStyles(edition)
  const html = page('/reader/b.css', '/accent.css?1')
  expect(styles.join(html)).toBe(html)
  expect(styles.join(page('/reader/b.css', '/theme.css', '/reader/c.css'))).toContain(link('/theme.css'))
})

it.each([
  ['/reader/b.css', '/reader/gone.css'],
  ['/reader/b.css', '/reader/../../secret.css'],
])('leaves all of them where one cannot be read: %s, %s', (...addresses) => {
  const html = page(...addresses)
  expect(new PageStyles(edition).join(html)).toBe(html)
})

it('leaves them where nothing can be written', () => {
  rmSync(join(edition, 'reader'), { recursive: true })
  const html = page('/reader/b.css', '/reader/c.css')
  expect(new PageStyles(edition).join(html)).toBe(html)
})
