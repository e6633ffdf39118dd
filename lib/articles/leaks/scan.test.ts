import { describe, expect, it } from 'vitest'
import type { Told } from './ask-outside'
import type { Secret } from './public-surfaces'
import { addressesToAsk, scan } from './scan'
import type { Traces } from './traces'

const secret: Secret = {
  ...{ site: 'http://localhost:3000', id: 12, slug: 'lamp-is-lit', headline: 'The lamp is lit', section: 'news' },
  ...{ tag: 'lamps', author: 'wren', bodyWord: 'oberlichtung', headWord: 'lanterns', day: '2026-11-24' },
  ...{ picture: '', neighbour: '/news/another' },
}
const traces: Traces = {
  ...{ slug: secret.slug, phrases: [{ words: 'the lamp is lit', is: 'its headline' }], words: [], pictures: [] },
}
const told = (status: number, body = ''): Told => ({ status, headers: '{}', body })
const asked = [
  { address: '/news/lamp-is-lit', isOwn: true },
  { address: '/latest', isOwn: false },
]
const scanned = (ask: (address: string) => Promise<Told>, patience?: number) => scan(asked, traces, ask, patience)

describe('scan', () => {
  it('is clean where its own addresses are not there and nothing else names it', async () => {
    const lines = await scanned(async (address) => told(address === '/latest' ? 200 : 404))
    expect(lines.map(({ verdict }) => verdict)).toEqual(['clean', 'clean'])
  })

  it('takes an own address that answers, and a list that names it, for leaks', async () => {
    const lines = await scanned(async () => told(200, '<h2>The lamp is lit</h2>'))
    expect(lines.map(({ found }) => found)).toEqual([['its own address answers', 'its headline'], ['its headline']])
  })

  it('says what did not answer, and what there was no time for', async () => {
    const failing = async (address: string) => {
      if (address === '/latest') throw new Error('ECONNRESET')
      return told(503)
    }
    expect((await scanned(failing)).map(({ status, verdict }) => [status, verdict])).toEqual([
      [503, 'failed'],
      [0, 'failed'],
    ])
    expect((await scanned(async () => told(404), 0)).map(({ verdict }) => verdict)).toEqual(['failed', 'failed'])
  })

  it('asks for a few at once', async () => {
    let now = 0
    let most = 0
    const many = Array.from({ length: 40 }, (_, at) => ({ address: `/tag/${at}`, isOwn: false }))
    await scan(many, traces, async () => {
      now += 1
      most = Math.max(most, now)
      await new Promise((resolve) => setImmediate(resolve))
      now -= 1
      return told(200)
    })
    expect(most).toBe(4)
  })
})

describe('addressesToAsk', () => {
  it('names every address once, its own first', () => {
    const all = addressesToAsk([secret, { ...secret, tag: 'nights' }], ['/news', '/culture'])
    const addresses = all.map(({ address }) => address)
    expect(addresses).toEqual([...new Set(addresses)])
    expect(addresses).toEqual(
      expect.arrayContaining([
        ...['/', '/news', '/culture', '/latest', '/tag/lamps', '/tag/nights/feed.xml', '/search?q=oberlichtung'],
        ...['/news/lamp-is-lit', '/news/lamp-is-lit.md', '/api/v1/articles/lamp-is-lit', '/news/another'],
      ]),
    )
    expect(all.find(({ address }) => address === '/news/lamp-is-lit.md')?.isOwn).toBe(true)
    expect(all.find(({ address }) => address === '/tag/lamps')?.isOwn).toBe(false)
    expect(addresses).not.toContain('')
  })
})
