import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createArticle } from '../articles/article-commands'
import { publish } from '../articles/publishing-commands'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { Refused, unsafeOperator, unsafeViewer } from '../people/viewer'
import { inRenderScope, newRenderScope } from '../serving/render-scope'
import { saveSection } from '../site/site-commands'
import { endBreakingNews, startBreakingNews } from './breaking-commands'
import { getBreakingNews } from './breaking-queries'

const operator = unsafeOperator()
const HOUR = 3_600_000

let fresh: FreshDatabase
beforeEach(async () => {
  fresh = openFreshDatabase()
  await saveSection(operator, { slug: 'world', name: 'World' })
})
afterEach(async () => {
  vi.useRealTimers()
  await fresh.close()
})

const strip = { text: 'The bridge is closed', articleId: null, hours: 2 }

it('stands until it is over, and pages that show it are kept no longer', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-25T12:00:00Z') })
  await startBreakingNews(operator, strip)
  const scope = newRenderScope()
  expect((await inRenderScope(scope, getBreakingNews))?.text).toBe('The bridge is closed')
  expect(scope.expiresAt).toBe(Date.now() + 2 * HOUR)
  expect([...scope.reads]).toEqual(['breaking'])
  vi.setSystemTime(Date.now() + 2 * HOUR)
  expect(await getBreakingNews()).toBeNull()
})

it('gives way to the next, and both are gone when it is ended', async () => {
  await startBreakingNews(operator, { ...strip, hours: 24 })
  await startBreakingNews(operator, { ...strip, text: 'It is open again' })
  expect((await getBreakingNews())?.text).toBe('It is open again')
  await endBreakingNews(operator)
  await endBreakingNews(operator)
  expect(await getBreakingNews()).toBeNull()
})

it('leads to a story only while readers may see it', async () => {
  const { id } = await createArticle(operator, { section: 'world', language: 'en', headline: 'Bridge closed' })
  await startBreakingNews(operator, { ...strip, articleId: id })
  expect((await getBreakingNews())?.article).toBeNull()
  await publish(operator, id)
  expect((await getBreakingNews())?.article?.slug).toBe('bridge-closed')
  await expect(startBreakingNews(operator, { ...strip, articleId: id + 9 })).rejects.toThrow('There is no article')
})

it('is for editors who are not limited to sections', async () => {
  const limited = unsafeViewer({ id: 1, name: 'Ed', role: 'editor', sections: [1] })
  await expect(startBreakingNews(limited, strip)).rejects.toThrow(Refused)
  await expect(endBreakingNews(limited)).rejects.toThrow(Refused)
})
