import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import { audit } from '@/db/schema/site'
import { createArticle } from '../articles/article-commands'
import { publish } from '../articles/publishing-commands'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { Refused, unsafeOperator, unsafeViewer } from '../people/viewer'
import { onChange } from '../write'
import { addRedirect, RedirectRefused, redirectSchema, removeRedirect, searchRedirects } from './redirect-desk'
import { getRedirect } from './redirect-queries'
import { saveSection } from './site-commands'

const operator = unsafeOperator()
const ada = unsafeViewer({ id: 1, name: 'Ada', role: 'admin' })
let fresh: FreshDatabase

beforeEach(async () => {
  fresh = openFreshDatabase()
  await saveSection(operator, { slug: 'news', name: 'News' })
  for (const headline of ['One', 'Two']) {
    const { id } = await createArticle(operator, { section: 'news', headline, language: 'en' })
    await publish(operator, id)
  }
})
afterEach(() => fresh.close())

describe('the form of a redirect', () => {
  const schema = redirectSchema('https://news.example')

  it('takes paths in any spelling, and whole addresses of the site', () => {
    expect(schema.parse({ from: ' /2019//Old/ ', to: 'https://news.example/news/one' })).toEqual({
      from: '/2019/old',
      to: '/news/one',
    })
  })

  it.each(['', 'old', '//evil.example/x', 'https://evil.example/', '/a?b=c', '/a#b', '/a b', '/%ff', '/%00'])(
    'refuses %j',
    (from) => expect(schema.safeParse({ from, to: '/news/one' }).success).toBe(false),
  )
})

describe('a redirect of the desk', () => {
  const add = (from: string, to: string) => addRedirect(operator, { from, to })

  it('leads on, and its page is told', async () => {
    const told: string[] = []
    const stop = onChange((keys) => told.push(...keys))
    await add('/2019/old', '/news/one')
    stop()
    expect(told).toContain('redirect:/2019/old')
    expect(await getRedirect('/2019/old')).toEqual({ target: '/news/one', status: 308 })
    await removeRedirect(operator, '/2019/old')
    expect(await getRedirect('/2019/old')).toBeNull()
    await removeRedirect(operator, '/2019/old')
    const lines = await database().select().from(audit).where(eq(audit.subject, 'redirect'))
    expect(lines.map(({ action }) => action)).toEqual(['redirect.set', 'redirect.remove'])
  })

  it('makes chains short, from either end', async () => {
    await add('/a', '/news/one')
    await add('/b', '/a')
    expect(await getRedirect('/b')).toMatchObject({ target: '/news/one' })
    await add('/a', '/news/two')
    expect(await getRedirect('/a')).toMatchObject({ target: '/news/two' })
  })

  it('never goes in a circle, hides no page, and leads to one', async () => {
    await add('/a', '/news/one')
    await expect(add('/a', '/a')).rejects.toThrow(RedirectRefused)
    await expect(add('/news/one', '/news/two')).rejects.toThrow('There is a page at /news/one')
    await expect(add('/news', '/news/two')).rejects.toThrow('There is a page at /news')
    await expect(add('/dashboard', '/news/two')).rejects.toThrow('There is a page')
    await expect(add('/c', '/news/none')).rejects.toThrow('There is no page at /news/none')
  })

  it('is found by a part of either address, and is for those who may', async () => {
    await add('/2019/100%25', '/news/one')
    await add('/2020/x', '/news/two')
    expect((await searchRedirects(ada, '100%', 1)).cards.map(({ path }) => path)).toEqual(['/2019/100%25'])
    expect((await searchRedirects(ada, 'two', 1)).cards.map(({ path }) => path)).toEqual(['/2020/x'])
    const limited = unsafeViewer({ id: 2, name: 'L', role: 'editor', sections: [1] })
    for (const viewer of [limited, unsafeViewer({ id: 3, name: 'W', role: 'author' })]) {
      await expect(searchRedirects(viewer, '', 1)).rejects.toThrow(Refused)
      await expect(addRedirect(viewer, { from: '/z', to: '/news/one' })).rejects.toThrow(Refused)
      await expect(removeRedirect(viewer, '/2020/x')).rejects.toThrow(Refused)
    }
  })
})
