import { describe, expect, it } from 'vitest'
import { checkAddresses, type House } from './receipt-check'

/** A house of pages: what is kept at an address, and what the newsroom has now. */
function house(kept: Record<string, string>, now: Record<string, string>, more: Partial<House> = {}): House {
  const page = (text: string | undefined) =>
    text === undefined ? { status: 404, body: Buffer.from('Not found') } : { status: 200, body: Buffer.from(text) }
  return {
    fetch: async (address) => ({ ...page(kept[address]), milliseconds: 3 }),
    renderAnew: async (address) => page(now[address]),
    ...more,
  }
}
const verdicts = async (addresses: string[], of: House) =>
  (await checkAddresses(addresses, of)).lines.map(({ status, verdict }) => [status, verdict])

describe('checkAddresses', () => {
  it('tells what is fresh from what still shows the old text', async () => {
    const of = house({ '/': 'new', '/news': 'old', '/gone': 'old' }, { '/': 'new', '/news': 'new' })
    expect(await verdicts(['/', '/news', '/gone', '/never'], of)).toEqual([
      ...[
        [200, 'fresh'],
        [200, 'old'],
      ],
      ...[
        [200, 'old'],
        [404, 'fresh'],
      ],
    ])
  })

  it('takes no answer, a broken one and a refused one for failures', async () => {
    const answer = (status: number) => ({ status, body: Buffer.from(''), milliseconds: 1 })
    const fetch = async (address: string) => {
      if (address === '/silent') throw new Error('ECONNREFUSED')
      return answer(address === '/broken' ? 500 : 429)
    }
    const of = house({}, {}, { fetch })
    expect(await verdicts(['/silent', '/broken', '/busy'], of)).toEqual([
      ...[
        [0, 'failed'],
        [500, 'failed'],
        [429, 'failed'],
      ],
    ])
  })

  it('looks again at a page that somebody wrote to meanwhile', async () => {
    let fetched = 0
    const fetch = async () => {
      fetched += 1
      return { status: 200, body: Buffer.from(fetched > 1 ? 'newer' : 'new'), milliseconds: 1 }
    }
    expect(await verdicts(['/'], house({}, { '/': 'newer' }, { fetch }))).toEqual([[200, 'fresh']])
    expect(fetched).toBe(2)
  })

  it('fetches everything before it renders anything, each address once', async () => {
    const steps: string[] = []
    const body = Buffer.from('new')
    await checkAddresses(['/a', '/b', '/c', '/d', '/e', '/f'], {
      fetch: async () => ({ status: Number(steps.push('fetch') && 200), body, milliseconds: 1 }),
      renderAnew: async () => ({ status: Number(steps.push('render') && 200), body }),
    })
    expect(steps).toEqual([...Array(6).fill('fetch'), ...Array(6).fill('render')])
  })

  it('where nothing is kept, an answer is fresh', async () => {
    expect(await verdicts(['/'], house({ '/': 'x' }, {}, { renderAnew: null }))).toEqual([[200, 'fresh']])
  })
})
