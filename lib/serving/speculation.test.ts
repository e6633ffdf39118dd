import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '../root'
import { speculationHeader } from './speculation'

const HTML = 'text/html; charset=utf-8'

describe('speculationHeader', () => {
  it.each([
    '/',
    '/politics',
    '/politics?page=2',
    '/latest',
    '/tag/floods',
    '/author/ruth-calloway',
    '/archive/2026/11/24',
  ])('says on %s where the rules are', (address) => {
    expect(speculationHeader(address, 200, HTML)).toEqual([
      ...['speculation-rules', '"/reader/next-page.speculationrules"'],
    ])
  })

  it.each([
    ['/politics/flood-risk-papers', 200, HTML],
    ['/politics/flood-risk-papers/changes', 200, HTML],
    ['/', 404, HTML],
    ['/feed.xml', 200, 'application/rss+xml'],
  ] as const)('says nothing on %s with %i and %s', (address, status, type) => {
    expect(speculationHeader(address, status, type)).toEqual([])
  })

  it('leads to rules that are JSON', () => {
    const rules = JSON.parse(readFileSync(join(projectRoot(), 'public/reader/next-page.speculationrules'), 'utf8'))
    expect(rules.prefetch[0].source).toBe('document')
  })
})
