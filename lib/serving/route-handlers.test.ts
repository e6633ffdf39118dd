import { describe, expect, it } from 'vitest'
import { directAddresses, type Route, routeAnswerer, shapesOf } from './route-handlers'

const telling =
  (name: string): Route['GET'] =>
  async (request, { params }) =>
    Response.json({ name, url: request.url, params: await params })

const ROUTES: Route[] = [
  { shape: '/api/v1/articles', GET: telling('articles') },
  { shape: '/api/v1/articles/[slug]', GET: telling('article') },
  { shape: '/api/v1/[[...rest]]', GET: telling('rest') },
  { shape: '/feed.xml', GET: telling('feed') },
  { shape: '/tag/[tag]', GET: null },
  { shape: '/tag/[tag]/feed.xml', GET: telling('tag') },
  { shape: '/[section]/feed.xml', GET: telling('section') },
  { shape: '/[section]/[slug]', GET: null },
  { shape: '/[section]/[slug]/changes.json', GET: telling('changes') },
]

async function ask(address: string): Promise<{ name: string; url: string; params: unknown } | null> {
  const answer = await routeAnswerer(ROUTES, 'https://paper.example')(address)
  return answer && JSON.parse(answer.body.toString())
}

describe('routeAnswerer', () => {
  it('gives a handler the address and its parts as they stand in it', async () => {
    expect(await ask('/feed.xml')).toEqual({ name: 'feed', url: 'https://paper.example/feed.xml', params: {} })
    expect(await ask('/politics/floods/changes.json')).toMatchObject({
      name: 'changes',
      params: { section: 'politics', slug: 'floods' },
    })
    expect(await ask('/tag/%D8%B1/feed.xml')).toMatchObject({ name: 'tag', params: { tag: '%D8%B1' } })
  })

  it('gives it the query', async () => {
    expect((await ask('/api/v1/articles?tag=a%26b&limit=2'))?.url).toBe(
      'https://paper.example/api/v1/articles?tag=a%26b&limit=2',
    )
  })

  it('takes the most particular shape', async () => {
    expect((await ask('/politics/feed.xml'))?.name).toBe('section')
    expect((await ask('/api/v1/articles/floods'))?.name).toBe('article')
  })

  it('gives what is left of an address in parts', async () => {
    expect(await ask('/api/v1/a/b')).toMatchObject({ name: 'rest', params: { rest: ['a', 'b'] } })
    expect(await ask('/api/v1')).toMatchObject({ name: 'rest', params: {} })
  })

  it.each(['/tag/feed.xml', '/politics/floods', '/', '/a/b/c/d', '/feedxxml', '/politics/floods.md'])(
    'leaves %s to Next',
    async (address) => expect(await ask(address)).toBeNull(),
  )

  it('tells the same of an address to whoever only has the shapes', () => {
    const isDirect = directAddresses(shapesOf(ROUTES))
    expect(['/feed.xml', '/politics/feed.xml', '/api/v1/articles?tag=a', '/api/v1'].map(isDirect)).toEqual(
      Array(4).fill(true),
    )
    expect(['/', '/tag/feed.xml', '/politics/floods.md'].map(isDirect)).toEqual(Array(3).fill(false))
  })

  it('passes on the status and the headers', async () => {
    const gone = () => new Response('Gone\n', { status: 410, headers: { 'content-type': 'text/plain' } })
    expect(await routeAnswerer([{ shape: '/a', GET: gone }], 'https://paper.example')('/a')).toEqual({
      status: 410,
      headers: { 'content-type': 'text/plain' },
      body: Buffer.from('Gone\n'),
    })
  })

  it('lets a failure reach whoever asked', async () => {
    const broken = () => {
      throw new Error('The disk is gone.')
    }
    await expect(routeAnswerer([{ shape: '/a', GET: broken }], 'https://paper.example')('/a')).rejects.toThrow('disk')
  })
})
