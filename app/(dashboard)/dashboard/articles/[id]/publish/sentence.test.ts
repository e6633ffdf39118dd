import { describe, expect, it } from 'vitest'
import { sentenceOf, type Terms } from './sentence'

const terms: Terms = { when: 'now', at: '', embargoUntil: '', takeDownAt: '', comments: 'open', kind: 'minor' }
const draft = { section: 'Politics', zone: 'Europe/London', isPublished: false }

describe('the sentence of the publish page', () => {
  it.each<[Partial<Terms>, string, string]>([
    [{}, 'This will go live now in Politics, with comments open.', 'Publish now'],
    [
      { when: 'at', at: '2026-11-24T06:00' },
      'This will go live on 24 Nov 2026 at 06:00 (Europe/London) in Politics, with comments open.',
      'Schedule',
    ],
    [{ when: 'at' }, 'This will go live on the time that you choose in Politics, with comments open.', 'Schedule'],
    [
      { comments: 'closed', embargoUntil: '2026-11-25T00:01', takeDownAt: '2026-12-01T00:00' },
      'This will go live now in Politics, with comments closed; nobody sees it before 25 Nov 2026 at 00:01 (Europe/London), and it is taken down on 1 Dec 2026 at 00:00 (Europe/London).',
      'Publish now',
    ],
  ])('%j', (chosen, words, verb) => expect(sentenceOf({ ...terms, ...chosen }, draft)).toEqual({ words, verb }))

  it.each([
    ['minor', 'without a new time'],
    ['update', 'a new time'],
    ['clarification', 'the clarification under it'],
    ['correction', 'in the list of corrections'],
  ])('of a live article tells what %s means', (kind, words) => {
    const sentence = sentenceOf({ ...terms, kind }, { ...draft, isPublished: true })
    expect(sentence.words).toContain(words)
    expect(sentence.words).toMatch(/It stays with comments open\.$/)
    expect(sentence.verb).toBe('Publish the change')
  })
})
