import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Block } from '../article-body'
import { plainText } from '../body-text'
import type { ArticleContent } from '../merge/merge-content'
import { chanceOf, randomContent, writerOf } from '../merge/random-edits'
import type { SaveAnswer } from './save-answer'
import { type DeviceCopy, type OpenClash, Saver, type SaverState, withCopy } from './saver'

const start: ArticleContent = { ...randomContent(chanceOf(3), writerOf('w')), headline: 'One' }
const at = '2026-11-25T09:42:00.000Z'
const saved = (revision: number, content: ArticleContent | null = null): SaveAnswer => ({
  outcome: 'saved',
  revision,
  savedAt: at,
  content,
  checks: [],
})

let now: ArticleContent
let sent: {
  saveId: string
  baseRevision: number
  content: { headline: string; standfirst: string; body: { type: string } }
}[]
let answers: (SaveAnswer | 'no connection' | Promise<SaveAnswer>)[]
let state: SaverState
let clash: OpenClash | null
let copy: DeviceCopy | null
let saver: Saver

beforeEach(() => {
  vi.useFakeTimers()
  ;[now, sent, answers, state, clash, copy] = [start, [], [], { is: 'saved', at }, null, null]
  let ids = 0
  saver = new Saver(
    { revision: 1, content: start },
    {
      read: () => now,
      show: (content) => {
        now = content
      },
      send: async (body) => {
        sent.push(JSON.parse(body))
        const answer = await (answers.shift() ?? saved(sent.length + 1))
        if (answer === 'no connection') throw new Error(answer)
        return answer
      },
      keep: (kept) => {
        copy = kept
      },
      tell: (told, open) => {
        ;[state, clash] = [told, open]
      },
      newId: () => `id-${ids++}`,
    },
  )
})
afterEach(() => vi.useRealTimers())

const type = (change: Partial<ArticleContent>) => {
  now = { ...now, ...change }
  saver.noteChange()
}

describe('a saver whose page goes away while the browser’s stays', () => {
  it('sends what is not saved, and reads and shows nothing from then on', async () => {
    type({ headline: 'Only' })
    saver.leave()
    expect(sent).toMatchObject([{ baseRevision: 1, content: { headline: 'Only' } }])
    const kept = copy
    const other = { ...start, headline: 'Another’s' }
    now = other
    saver.noteChange()
    saver.takeIn(9, { ...start, headline: 'A colleague’s' })
    await saver.saveNow()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(now).toBe(other)
    expect(sent).toHaveLength(1)
    // Nobody has said that it is saved: the device has it still.
    expect(copy).toBe(kept)
    expect(copy?.content.headline).toBe('Only')
  })

  it('takes no answer that comes later', async () => {
    let answer = (_: SaveAnswer) => {}
    answers = [
      new Promise((resolve) => {
        answer = resolve
      }),
    ]
    type({ headline: 'Only' })
    await vi.advanceTimersByTimeAsync(1500)
    expect(state).toEqual({ is: 'saving' })
    saver.stop()
    const other = { ...start, headline: 'Another’s' }
    now = other
    answer(saved(2, { ...start, headline: 'Merged' }))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(now).toBe(other)
    expect(state).toEqual({ is: 'saving' })
    expect(sent).toHaveLength(1)
  })

  it('sends nothing when all is saved, and nothing twice', async () => {
    saver.leave()
    type({ headline: 'Only' })
    saver.leave()
    expect(sent).toEqual([])
  })
})

describe('the saver', () => {
  it('saves a second and a half after the last key, and says so', async () => {
    type({ headline: 'On' })
    expect(state).toEqual({ is: 'unsaved' })
    await vi.advanceTimersByTimeAsync(1000)
    type({ headline: 'Only' })
    await vi.advanceTimersByTimeAsync(1400)
    expect(sent).toEqual([])
    await vi.advanceTimersByTimeAsync(200)
    expect(sent).toMatchObject([{ baseRevision: 1, content: { headline: 'Only', body: { type: 'patch' } } }])
    expect(state).toEqual({ is: 'saved', at })
    expect(copy).toBeNull()
  })

  it('saves after half a minute to somebody who does not stop', async () => {
    for (let second = 0; second < 31; second += 1) {
      type({ headline: `At ${second}` })
      await vi.advanceTimersByTimeAsync(1000)
    }
    expect(sent).toHaveLength(1)
  })

  it('keeps one save in flight, and the next on its outcome', async () => {
    let answer: (value: SaveAnswer) => void = () => {}
    answers = [new Promise<SaveAnswer>((resolve) => (answer = resolve))]
    type({ headline: 'First' })
    await vi.advanceTimersByTimeAsync(1600)
    expect(state).toEqual({ is: 'saving' })
    type({ headline: 'Second' })
    await vi.advanceTimersByTimeAsync(10_000)
    expect(sent).toHaveLength(1)
    answer(saved(2))
    await vi.advanceTimersByTimeAsync(1600)
    expect(sent[1]).toMatchObject({ baseRevision: 2, content: { headline: 'Second' } })
  })

  it('keeps what is not saved on the device, and sends the same save again until it is answered', async () => {
    answers = ['no connection', 'no connection', saved(2)]
    type({ headline: 'Typed offline' })
    await vi.advanceTimersByTimeAsync(1600)
    expect(state).toEqual({ is: 'offline' })
    expect(copy).toMatchObject({
      content: { headline: 'Typed offline' },
      pending: { saveId: 'id-0' },
      base: { revision: 1 },
    })
    type({ headline: 'And more' })
    await vi.advanceTimersByTimeAsync(20_000)
    expect(sent.map(({ saveId, content }) => [saveId, content.headline])).toEqual([
      ['id-0', 'Typed offline'],
      ['id-0', 'Typed offline'],
      ['id-0', 'Typed offline'],
      ['id-1', 'And more'],
    ])
    expect(state).toEqual({ is: 'saved', at })
  })

  it('saves all of it before it is looked at elsewhere: what is on its way, and what was typed since', async () => {
    let answer: (value: SaveAnswer) => void = () => {}
    answers = [new Promise<SaveAnswer>((resolve) => (answer = resolve))]
    type({ headline: 'First' })
    await vi.advanceTimersByTimeAsync(1600)
    type({ headline: 'Second' })
    const all = saver.saveAll()
    answer(saved(2))
    expect(await all).toBe(true)
    expect(sent.map(({ content }) => content.headline)).toEqual(['First', 'Second'])
    expect(await saver.saveAll()).toBe(true)
    expect(sent).toHaveLength(2)
  })

  it('says when not all of it could be saved', async () => {
    answers = ['no connection', 'no connection', 'no connection']
    type({ headline: 'Typed offline' })
    expect(await saver.saveAll()).toBe(false)
    expect(copy).not.toBeNull()
  })

  it('takes in what others saved, and what was typed since', async () => {
    let answer: (value: SaveAnswer) => void = () => {}
    answers = [new Promise<SaveAnswer>((resolve) => (answer = resolve))]
    type({ headline: 'Mine' })
    await vi.advanceTimersByTimeAsync(1600)
    type({ kicker: 'Typed since' })
    answer(saved(3, { ...start, headline: 'Mine', standfirst: 'Theirs.' }))
    await vi.advanceTimersByTimeAsync(2000)
    expect(now).toMatchObject({ headline: 'Mine', standfirst: 'Theirs.', kicker: 'Typed since' })
    expect(sent[1]).toMatchObject({ baseRevision: 3 })
  })

  it('waits with a clash for a decision, and saves that on what the others have', async () => {
    const theirs = { ...start, section: 'world' }
    answers = [
      {
        outcome: 'clash',
        revision: 4,
        content: theirs,
        theirs,
        by: 'Owen',
        clashes: [{ is: 'field', field: 'section', theirs: 'world', mine: 'politics' }],
      },
    ]
    type({ section: 'politics' })
    await vi.advanceTimersByTimeAsync(1600)
    expect(state).toEqual({ is: 'paused', by: 'Owen' })
    expect(copy).toMatchObject({ content: { section: 'politics' } })
    type({ kicker: 'Meanwhile' })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sent).toHaveLength(1)
    await saver.decide({ ...(clash?.content as ArticleContent), section: 'politics' })
    expect(sent[1]).toMatchObject({
      baseRevision: 4,
      content: { section: 'politics', kicker: 'Meanwhile' },
    })
    expect(state).toEqual({ is: 'saved', at })
  })

  it('keeps what was typed while a clash was open, however it is decided', async () => {
    const paragraph = (text: string): Block => ({
      type: 'paragraph',
      attrs: { id: 'a' },
      content: [{ type: 'text', text }],
    })
    const body = (text: string) => ({ body: { type: 'doc' as const, content: [paragraph(text)] } })
    const theirs = { ...start, ...body('It held until nine.') }
    const clashes: OpenClash['clashes'] = [
      { is: 'block', id: 'a', theirs: paragraph('It held until nine.'), mine: paragraph('It held until eleven.') },
    ]
    answers = [{ outcome: 'clash', revision: 4, content: theirs, theirs, by: 'Owen', clashes }]
    type(body('It held until eleven.'))
    await vi.advanceTimersByTimeAsync(1600)
    type({ ...body('It held until eleven exactly.'), kicker: 'Meanwhile' })
    await saver.decide(theirs)
    expect(now.kicker).toBe('Meanwhile')
    expect(now.body.content.map(plainText)).toEqual(['It held until nine.', 'It held until eleven exactly.'])
  })

  it('says why a save was refused, and tries again with the next key', async () => {
    answers = [{ outcome: 'refused', words: 'Kicker: too long.', field: 'kicker', sendWhole: false }]
    type({ kicker: 'x'.repeat(99) })
    await vi.advanceTimersByTimeAsync(1600)
    expect(state).toEqual({ is: 'refused', words: 'Kicker: too long.' })
    expect(copy).not.toBeNull()
    type({ kicker: 'Short' })
    await vi.advanceTimersByTimeAsync(1600)
    expect(state).toEqual({ is: 'saved', at })
  })

  it('sends the whole text where a part did not fit', async () => {
    answers = [{ outcome: 'refused', words: 'It does not fit.', field: null, sendWhole: true }]
    type({ headline: 'Whole' })
    await vi.advanceTimersByTimeAsync(1700)
    expect(sent.map(({ content }) => content.body.type)).toEqual(['patch', 'doc'])
  })

  it('takes in what others saved while nothing is typed', async () => {
    saver.takeIn(5, { ...start, standfirst: 'Theirs.' })
    expect(now.standfirst).toBe('Theirs.')
    expect(saver.baseRevision).toBe(5)
    type({ headline: 'Mine' })
    await vi.advanceTimersByTimeAsync(1600)
    expect(sent[0]).toMatchObject({ baseRevision: 5 })
  })
})

describe('what a device kept', () => {
  it('and what stands there are both there, words of fields among them', () => {
    const kept = { base: { revision: 1, content: start }, content: { ...start, headline: 'Two', kicker: 'Mine' } }
    const both = withCopy(kept, { ...start, headline: 'Three', standfirst: 'Theirs.' })
    expect(both).toMatchObject({ headline: 'Three / Two', kicker: 'Mine', standfirst: 'Theirs.' })
  })
})
