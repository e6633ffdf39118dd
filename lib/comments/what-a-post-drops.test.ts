import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { getLatest, getRelated } from '../articles/article-queries'
import { getFeed } from '../feeds/feed-queries'
import { getHomeFront, getSectionPage } from '../fronts/front-queries'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import type { Viewer } from '../people/viewer'
import type { PrintedPage } from '../serving/press-messages'
import { PublicPages } from '../serving/public-pages'
import { inRenderScope, newRenderScope } from '../serving/render-scope'
import { postComment } from './comment-commands'
import { getConversation, getNewestComments } from './comment-queries'
import { readView } from './comment-view'
import { addPerson, holdEverything, publishArticle, say } from './test-conversation'

let fresh: FreshDatabase
let pages: PublicPages
let [talked, quiet]: number[] = []
let remy: Viewer

/** What stands in the paper, by address, as the queries of its pages. */
function queriesAt(address: string): Promise<unknown>[] {
  const [path = '', query] = address.split('?')
  if (path === '/') return [getHomeFront()]
  if (path === '/news') return [getSectionPage('news', 1)]
  if (path === '/latest') return [getLatest(20)]
  if (path === '/feed.xml') return [getFeed({ is: 'site' })]
  const id = Number(path.split('/')[2])
  if (path.endsWith('.xml')) return [getNewestComments(id, 20)]
  const asked = new URLSearchParams(query)
  return [
    getRelated(id),
    getConversation(
      id,
      readView((name) => asked.get(name)),
    ),
  ]
}

async function render(address: string): Promise<PrintedPage> {
  const scope = newRenderScope()
  await inRenderScope(scope, () => Promise.all(queriesAt(address)))
  const { reads, expiresAt } = scope
  return { status: 200, headers: {}, body: Buffer.from(address), reads: [...reads], expiresAt, milliseconds: 0 }
}

const viewsOf = (id: number) => [
  `/news/${id}`,
  `/news/${id}?sort=newest`,
  `/news/${id}?cpage=2`,
  `/news/${id}?picks=1`,
  `/news/${id}/comments.xml`,
]
const ELSEWHERE = ['/', '/news', '/latest', '/feed.xml']

beforeEach(async () => {
  fresh = openFreshDatabase()
  talked = await publishArticle('The bridge is open')
  quiet = await publishArticle('The bridge is shut')
  remy = await addPerson('Remy')
  const limits = { headers: [], limit: 10_000_000, renders: 4, waiting: 10 }
  pages = new PublicPages({ render, catchUp: () => {}, onRender: () => {}, ...limits })
})
afterEach(async () => {
  pages.close()
  await fresh.close()
})

/** The kept pages that something drops, of all that the paper has. */
async function dropped(deed: () => Promise<unknown>): Promise<string[]> {
  const all = [...viewsOf(talked as number), ...viewsOf(quiet as number), ...ELSEWHERE]
  for (const address of all) await pages.answer(address)
  expect(all.filter((address) => !pages.kept(address))).toEqual([])
  await deed()
  return all.filter((address) => !pages.kept(address))
}

describe('a post drops the pages of that article’s conversation and nothing else', () => {
  const post =
    (body: string, parentId: number | null = null) =>
    () =>
      postComment(remy, { articleId: talked as number, parentId, body })

  it('when everyone can read it', async () => {
    expect(await dropped(post('Well said.'))).toEqual(viewsOf(talked as number))
  })

  it('when it answers another', async () => {
    const above = await say(await addPerson('Sam'), talked as number, 'Who has the key?')
    expect(await dropped(post('I have.', above))).toEqual(viewsOf(talked as number))
  })

  it('when a moderator reads it first', async () => {
    await holdEverything()
    expect(await dropped(post('Well said.'))).toEqual(viewsOf(talked as number))
  })

  it('and none when it is refused', async () => {
    expect(await dropped(() => post('')().catch(() => {}))).toEqual([])
  })
})
