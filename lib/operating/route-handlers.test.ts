import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { findRoutes, writeRouteModule } from './route-handlers.mjs'

function routesOf(...files: string[]) {
  const house = mkdtempSync(join(tmpdir(), 'broadsheet-routes-'))
  try {
    for (const file of files) {
      mkdirSync(dirname(join(house, file)), { recursive: true })
      writeFileSync(join(house, file), '')
    }
    return findRoutes(house)
  } finally {
    rmSync(house, { recursive: true })
  }
}

it('lists every address, the most particular first, however the folders are called', () => {
  const routes = routesOf(
    'app/(site)/[section]/[slug]/page.tsx',
    'app/(site)/[section]/feed.xml/route.ts',
    'app/(site)/tag/[tag]/page.tsx',
    'app/(site)/page.tsx',
    'app/api/v1/[[...rest]]/route.ts',
    'app/api/v1/articles/[slug]/route.ts',
    'app/api/v1/articles/route.ts',
  )
  expect(routes.map(({ shape }) => shape)).toEqual([
    '/',
    '/api/v1/articles',
    '/api/v1/articles/[slug]',
    '/api/v1/[[...rest]]',
    '/tag/[tag]',
    '/[section]/feed.xml',
    '/[section]/[slug]',
  ])
})

it('hands out only what answers everyone and needs nothing of Next', () => {
  const routes = routesOf(
    'app/(site)/feed.xml/route.ts',
    'app/(site)/latest/page.tsx',
    'app/(site)/card/[file]/route.ts',
    'app/(account)/sign-out/route.ts',
    'app/api/me/route.ts',
    'app/api/v1/tags/route.ts',
    'app/comments/route.test.ts',
  )
  const handled = routes.filter(({ file }) => file)
  expect(handled.map(({ shape }) => shape)).toEqual(['/api/v1/tags', '/feed.xml'])
  expect(routes).toHaveLength(6)
})

it('writes a module of them', () => {
  const words = writeRouteModule([
    { shape: '/feed.xml', file: 'app/(site)/feed.xml/route.ts' },
    { shape: '/latest', file: null },
  ])
  expect(words).toContain("import { GET as get0 } from './app/(site)/feed.xml/route.ts'")
  expect(words).toContain("{ shape: '/feed.xml', GET: get0 }")
  expect(words).toContain("{ shape: '/latest', GET: null }")
})
