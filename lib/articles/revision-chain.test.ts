import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { canonicalJson, contentHashOf, findFlaw, linkHash } from './revision-chain'

type Chained = Parameters<typeof findFlaw>[0]

function chain(...texts: string[]): Chained {
  const links: Chained = []
  for (const [index, text] of texts.entries()) {
    const content = { headline: text }
    const link = {
      ...{ number: index + 1, previousHash: links.at(-1)?.hash ?? '', contentHash: contentHashOf(content), content },
      ...{ at: new Date(Date.UTC(2026, 10, 24, 6, index)), kind: 'update', note: `No. ${index}` },
    }
    links.push({ ...link, hash: linkHash(link) })
  }
  return links
}

describe('canonicalJson', () => {
  it('is the same text for the same value, however it was put together', () => {
    expect(canonicalJson({ b: [1, { d: 'x', c: null }], a: 'é\n' })).toBe('{"a":"é\\n","b":[1,{"c":null,"d":"x"}]}')
    expect(canonicalJson({ a: 'é\n', b: [1, { c: null, d: 'x', e: undefined }] })).toBe(
      '{"a":"é\\n","b":[1,{"c":null,"d":"x"}]}',
    )
  })
})

describe('a chain of versions', () => {
  it('holds as it was made', () => {
    expect(findFlaw(chain('one', 'two', 'three'))).toBeNull()
    expect(findFlaw([])).toBeNull()
  })

  it('holds where a text is withheld, as its hash stands for it', () => {
    expect(findFlaw(chain('one', 'two').map(({ content: _, ...link }) => link))).toBeNull()
  })

  it('shows a text that was changed silently', () => {
    const links = chain('one', 'two', 'three')
    links[1] = { ...(links[1] as Chained[number]), content: { headline: 'two, nicer' } }
    expect(findFlaw(links)).toEqual({ number: 2, flaw: 'content changed' })
  })

  it.each(['kind', 'note', 'at', 'contentHash'] as const)('shows a %s that was changed silently', (name) => {
    const links = chain('one', 'two', 'three')
    const other = name === 'at' ? new Date(0) : 'minor'
    links[1] = { ...(links[1] as Chained[number]), [name]: other, content: undefined }
    expect(findFlaw(links)).toEqual({ number: 2, flaw: 'link changed' })
  })

  it('shows a link that was taken out, and one that was forged whole', () => {
    const links = chain('one', 'two', 'three')
    expect(findFlaw([links[0], links[2]] as Chained)).toEqual({ number: 3, flaw: 'link missing' })
    const forged = chain('one', 'TWO')
    expect(findFlaw([links[0], forged[1], links[2]] as Chained)).toEqual({ number: 3, flaw: 'link missing' })
  })

  it('is verified by the steps that are published, with other tools', () => {
    const [link] = chain('one') as [Chained[number]]
    const lines = ['', '1', '2026-11-24T06:00:00.000Z', 'update', '"No. 0"', link.contentHash].join('\n')
    const sum = execFileSync('sha256sum', { input: lines, encoding: 'utf8' }).split(' ')[0]
    expect(sum).toBe(link.hash)
  })
})
