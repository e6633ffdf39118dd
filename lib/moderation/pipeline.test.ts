import { describe, expect, it } from 'vitest'
import type { CommentFacts } from './comment-facts'
import { judge, STEPS } from './pipeline'
import { DEFAULT_RULES, type Rules } from './rules'
import { refusalOf, STEP_NAMES, stateOf } from './verdict'
import { readyList } from './word-list'

const NOW = new Date('2026-11-25T12:00:00Z')
const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1000)

type Change = Partial<Omit<CommentFacts, 'rules' | 'person' | 'article' | 'record'>> & {
  rules?: Partial<Rules>
  person?: Partial<CommentFacts['person']>
  article?: Partial<CommentFacts['article']>
  record?: Partial<CommentFacts['record']>
}

function factsOf(change: Change = {}): CommentFacts {
  const person = {
    ...{ isVerified: true, isStaff: false, bannedAt: null, suspendedUntil: null, shadowHeldAt: null },
    isLeaving: false,
  }
  return {
    ...{ body: 'The tide was early.', isEdit: false, now: NOW, areCommentsOn: true, parent: null, postedAt: [] },
    ...{ isRepeated: false, spam: null, words: { banned: readyList(['blorg']), suspect: readyList(['grump']) } },
    ...change,
    article: { isPublic: true, mode: 'open', closeAt: null, ...change.article },
    person: { ...person, ...change.person },
    record: { approved: 5, recent: 0, recentlyRejected: 0, ...change.record },
    rules: { ...DEFAULT_RULES, ...change.rules },
  }
}

const verdictOf = (change: Change = {}) => judge(factsOf(change))
const told = (change: Change) => {
  const { outcome, findings } = verdictOf(change)
  return [outcome, ...findings.map(({ step }) => step)].join(' ')
}

it('has the steps of the policy, in its order', () => {
  expect(STEPS.map(({ name }) => name)).toEqual(STEP_NAMES)
})

it('publishes what nothing speaks against', () => {
  expect(verdictOf()).toEqual({ outcome: 'allow', findings: [] })
  expect(stateOf(verdictOf())).toBe('approved')
})

describe('each step', () => {
  it.each<[string, Change]>([
    ['reject length', { body: ' \u200B ' }],
    ['reject length', { body: 'x'.repeat(2001) }],
    ['allow', { body: '😀'.repeat(2000) }],
    ['reject thread open', { areCommentsOn: false }],
    ['reject thread open', { article: { mode: 'closed' } }],
    ['reject thread open', { article: { isPublic: false } }],
    ['reject thread open', { article: { closeAt: NOW } }],
    ['reject thread open', { parent: { isOpen: false } }],
    ['allow', { parent: { isOpen: true }, article: { closeAt: ago(-1) } }],
    ['reject suspended', { person: { bannedAt: NOW } }],
    ['reject suspended', { person: { isVerified: false } }],
    ['reject suspended', { person: { suspendedUntil: ago(-60) } }],
    ['reject suspended', { person: { isLeaving: true } }],
    ['allow', { person: { suspendedUntil: ago(1) } }],
    ['hold suspended', { person: { shadowHeldAt: NOW } }],
    ['reject rate', { postedAt: [1, 2, 3, 4, 5, 6].map(ago) }],
    ['allow', { postedAt: [1, 2, 3, 4, 5, 61].map(ago) }],
    ['allow', { postedAt: [1, 2, 3, 4, 5, 6].map(ago), isEdit: true }],
    ['allow', { postedAt: [1, 2, 3, 4, 5, 6].map(ago), rules: { perMinute: 0 } }],
    ['reject rate', { postedAt: [100, 200, 300].map(ago), rules: { perHour: 3 } }],
    ['reject repeat', { isRepeated: true }],
    ['reject banned words', { body: 'You bl0rg' }],
    ['hold banned words', { body: 'You blorg', rules: { bannedWords: 'hold' } }],
    ['allow', { body: 'You blorg', rules: { bannedWords: 'off' } }],
    ['hold suspect words', { body: 'What a GRUMP' }],
    ['hold links', { body: 'https://a.example b.com www.c.example' }],
    ['allow', { body: 'https://a.example b.com' }],
    ['hold first comments', { record: { approved: 0 }, rules: { firstComments: 1 } }],
    ['allow', { record: { approved: 1 }, rules: { firstComments: 1 } }],
    ['hold recent record', { record: { recent: 3, recentlyRejected: 1 } }],
    ['allow', { record: { recent: 2, recentlyRejected: 2 } }],
    ['hold spam score', { spam: { probability: 0.95, weighed: [{ word: 'tide', weight: 3 }] } }],
    ['allow', { spam: { probability: 0.9, weighed: [] } }],
    ['hold pre-moderation', { article: { mode: 'premoderated' } }],
    ['hold pre-moderation', { rules: { holdEverything: true } }],
  ])('says %j', (expected, change) => {
    expect(told(change)).toBe(expected)
  })

  it('lets those who work here speak', () => {
    const change = { body: 'blorg grump a.com b.com c.com', record: { approved: 0 }, article: { mode: 'premoderated' } }
    expect(told({ ...change, person: { isStaff: true } } as Change)).toBe('allow')
  })
})

it('tells a moderator all that speaks against a comment, and shows where', () => {
  const { outcome, findings } = verdictOf({ body: 'a grump, a blorg', article: { mode: 'premoderated' } })
  expect(outcome).toBe('reject')
  expect(findings.map(({ step, matches }) => [step, matches])).toEqual([
    ['banned words', [[11, 16]]],
    ['suspect words', [[2, 7]]],
    ['pre-moderation', []],
  ])
})

it('says what to do, to whom a comment is not taken from, and looks no further', () => {
  const verdict = verdictOf({ body: `${'blorg '.repeat(400)}`, isRepeated: true })
  expect(verdict.findings).toHaveLength(1)
  expect(refusalOf(verdict)?.reason).toBe('A comment has up to 2,000 characters: shorten it by 399 characters.')
  const hasty = refusalOf(verdictOf({ postedAt: [10, 11, 12, 13, 14, 15].map(ago) }))
  expect(hasty).toMatchObject({
    reason: 'You have posted 6 comments within a minute. Wait 45 seconds, then post this one.',
    wait: 45,
  })
  expect(refusalOf(verdictOf({ body: 'blorg' }))).toBeNull()
})
