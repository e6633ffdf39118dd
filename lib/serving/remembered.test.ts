import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { announce, type ChangeKey } from '../write'
import { readsOf, remembered, rememberedById } from './remembered'
import { expiresAt, inRenderScope, newRenderScope, type RenderScope, reads } from './render-scope'

const NEVER = Number.POSITIVE_INFINITY
/** Each test has a memory of its own. */
const name = () => randomUUID()

/** What a page that does this has found, read, and is true until. */
async function page<Found>(work: () => Promise<Found>, scope: RenderScope = newRenderScope()) {
  const found = await inRenderScope(scope, work)
  return { found, reads: [...scope.reads], expiresAt: scope.expiresAt }
}

describe('remembered', () => {
  function tellingTimes(...keys: ChangeKey[]) {
    let asked = 0
    return remembered(name(), async (what: string) => {
      reads(...keys)
      asked += 1
      return `${what} ${asked}`
    })
  }

  it('answers the next page without asking, and that page has read the same', async () => {
    const find = tellingTimes('site', 'article:1')
    await page(() => find('a'))
    expect(await page(() => find('a'))).toEqual({ found: 'a 1', reads: ['site', 'article:1'], expiresAt: NEVER })
  })

  it('tells questions apart', async () => {
    const find = tellingTimes('site')
    await page(() => find('a'))
    expect((await page(() => find('b'))).found).toBe('b 2')
  })

  it('asks again when something that was read has changed, and not for anything else', async () => {
    const find = tellingTimes('article:1')
    await page(() => find('a'))
    announce(['article:2', 'site'])
    expect((await page(() => find('a'))).found).toBe('a 1')
    announce(['article:1'])
    expect((await page(() => find('a'))).found).toBe('a 2')
  })

  it('remembers nothing that changed while it was looked for', async () => {
    let version = 1
    const find = remembered(name(), async () => {
      reads('article:1')
      const found = version
      if (version === 1) {
        version = 2
        announce(['article:1'])
      }
      return found
    })
    expect((await page(find)).found).toBe(1)
    expect((await page(find)).found).toBe(2)
  })

  it('holds no longer than what was found is true', async () => {
    let asked = 0
    const soon = new Date(Date.now() + 40)
    const find = remembered(name(), async () => {
      expiresAt(soon)
      asked += 1
      return asked
    })
    expect(await page(find)).toEqual({ found: 1, reads: [], expiresAt: soon.getTime() })
    expect(await page(find)).toEqual({ found: 1, reads: [], expiresAt: soon.getTime() })
    await new Promise((resolve) => setTimeout(resolve, soon.getTime() - Date.now() + 5))
    expect((await page(find)).found).toBe(2)
  })

  it('asks each time where no page for everyone is rendered', async () => {
    const find = tellingTimes('site')
    await page(() => find('a'))
    expect([await find('a'), await find('a')]).toEqual(['a 2', 'a 3'])
  })

  it('asks anew for a rendering that others are held against, and says what was read', async () => {
    const find = tellingTimes('site')
    await page(() => find('a'))
    const anew = () => page(() => find('a'), newRenderScope({ isAnew: true }))
    expect(await anew()).toEqual({ found: 'a 2', reads: ['site'], expiresAt: NEVER })
    expect((await anew()).found).toBe('a 3')
  })

  it('lets a failure reach whoever asked, and tries again', async () => {
    let asked = 0
    const find = remembered(name(), async () => {
      asked += 1
      if (asked === 1) throw new Error('The disk is gone.')
      return asked
    })
    await expect(page(find)).rejects.toThrow('The disk is gone.')
    expect((await page(find)).found).toBe(2)
  })
})

describe('rememberedById', () => {
  function shelf() {
    const asked: number[][] = []
    const find = rememberedById(name(), 100, async (ids) => {
      asked.push(ids)
      return new Map(
        ids
          .filter((id) => id < 100)
          .map((id) => [
            id,
            () => {
              reads(`article:${id}`)
              if (id === 7) expiresAt(new Date(4_000_000_000_000))
              return { id }
            },
          ]),
      )
    })
    return { asked, find }
  }

  it('finds together what is not known, and each by itself has read its own', async () => {
    const { asked, find } = shelf()
    await page(() => find([1, 2]))
    const next = await page(() => find([2, 3, 4]))
    expect(asked).toEqual([
      [1, 2],
      [3, 4],
    ])
    expect([...next.found.keys()].sort()).toEqual([2, 3, 4])
    expect(next.reads.sort()).toEqual(['article:2', 'article:3', 'article:4'])
  })

  it('asks nothing when all are known, and gives the very same things', async () => {
    const { asked, find } = shelf()
    const first = await page(() => find([1]))
    const second = await page(() => find([1]))
    expect(asked).toHaveLength(1)
    expect(second.found.get(1)).toBe(first.found.get(1))
  })

  it('finds anew the one that changed', async () => {
    const { asked, find } = shelf()
    const first = await page(() => find([1, 2]))
    announce(['article:2'])
    const second = await page(() => find([1, 2]))
    expect(asked).toEqual([[1, 2], [2]])
    expect(second.found.get(2)).not.toBe(first.found.get(2))
  })

  it('looks again for what there was not', async () => {
    const { asked, find } = shelf()
    expect((await page(() => find([100]))).found.size).toBe(0)
    await page(() => find([100]))
    expect(asked).toEqual([[100], [100]])
  })

  it('says of a thing again what was read for it', async () => {
    const { find } = shelf()
    const { found } = await page(() => find([7]))
    const made = await page(async () => readsOf(found.get(7) as object))
    expect(made).toEqual({ found: undefined, reads: ['article:7'], expiresAt: 4_000_000_000_000 })
  })

  it('asks each time where no page for everyone is rendered, and for a rendering that others are held against', async () => {
    const { asked, find } = shelf()
    await page(() => find([1]))
    await find([1])
    await page(() => find([1]), newRenderScope({ isAnew: true }))
    expect(asked).toEqual([[1], [1], [1]])
  })
})
