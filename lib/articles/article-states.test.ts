import { describe, expect, it } from 'vitest'
import { ARTICLE_STATES } from '@/db/schema/articles'
import { type Role, unsafeOperator, unsafeViewer } from '../people/viewer'
import { MOVES, type Move, movesFor, obstacleTo, type Standing } from './article-states'

const as = (role: Role, sections: number[] | null = null) => unsafeViewer({ id: 7, name: 'Wren', role, sections })
const article = (standing: Partial<Standing> = {}): Standing => ({
  ...{ state: 'draft', sectionId: 1, binnedAt: null, isOwn: true },
  ...standing,
})
const ALL = Object.keys(MOVES) as Move[]

describe('who may move an article', () => {
  it.each(['reader', 'commenter', 'moderator'] as const)('a %s may do nothing with any', (role) => {
    for (const state of ARTICLE_STATES) expect(movesFor(as(role), article({ state }))).toEqual([])
  })

  it('an author sends their own draft to the desk, and takes it back', () => {
    expect(movesFor(as('author'), article())).toEqual(['submit', 'bin', 'write'])
    expect(movesFor(as('author'), article({ state: 'in_review' }))).toEqual(['withdraw', 'bin', 'write'])
  })

  it('an author does nothing with what the desk has taken on, or with another’s', () => {
    for (const state of ['ready', 'scheduled', 'published', 'unpublished', 'killed'] as const)
      expect(movesFor(as('author'), article({ state })), state).toEqual([])
    for (const state of ARTICLE_STATES)
      expect(movesFor(as('author'), article({ state, isOwn: false })), state).toEqual([])
  })

  it('an editor does everything but reinstate, whoever wrote it', () => {
    for (const state of ARTICLE_STATES) {
      const asAdmin = movesFor(as('admin'), article({ state, isOwn: false }))
      const asEditor = movesFor(as('editor'), article({ state, isOwn: false }))
      expect(asEditor, state).toEqual(asAdmin.filter((move) => move !== 'reinstate'))
    }
  })

  it('limits to sections hold for editors and authors, never for admins', () => {
    for (const role of ['editor', 'author'] as const) {
      expect(movesFor(as(role, [2]), article()), role).toEqual([])
      expect(movesFor(as(role, []), article()), role).toEqual([])
      expect(movesFor(as(role, [1, 2]), article()), role).toEqual(movesFor(as(role), article()))
    }
    expect(movesFor(as('admin', [2]), article())).toEqual(movesFor(as('admin'), article()))
  })

  it('the house itself may do what an admin may', () => {
    const house = unsafeOperator('scheduler')
    expect(movesFor(house, article({ isOwn: false }))).toEqual(movesFor(as('admin'), article()))
  })

  it('says “not allowed” before it says anything of the state', () => {
    expect(obstacleTo('kill', as('author'), article({ state: 'draft' }))).toBe('not allowed')
    expect(obstacleTo('kill', as('editor'), article({ state: 'draft' }))).toBe('wrong state')
  })
})

describe('how states follow each other', () => {
  const possible = (state: Standing['state']) => movesFor(as('admin'), article({ state }))

  it('what was killed only comes back to the desk', () => {
    expect(possible('killed').filter((move) => MOVES[move].to !== null)).toEqual(['kill', 'reinstate'])
  })

  it('what readers never saw cannot be killed', () => {
    for (const state of ['draft', 'in_review', 'ready', 'scheduled'] as const)
      expect(possible(state)).not.toContain('kill')
  })

  it('what is before readers, or about to be, is not binned', () => {
    expect(possible('published')).not.toContain('bin')
    expect(possible('scheduled')).not.toContain('bin')
  })

  it('what is in the bin is restored first', () => {
    for (const state of ARTICLE_STATES) {
      const moves = movesFor(as('admin'), article({ state, binnedAt: new Date() }))
      expect(moves, state).toEqual(state === 'published' || state === 'scheduled' ? [] : ['restore'])
    }
  })

  it('every state is reached from a draft, and none is a dead end', () => {
    const reached = new Set(['draft'])
    for (let before = 0; before !== reached.size; ) {
      before = reached.size
      for (const move of ALL) {
        const { from, to } = MOVES[move]
        if (to && from.some((state) => reached.has(state))) reached.add(to)
      }
    }
    expect([...reached].sort()).toEqual([...ARTICLE_STATES].sort())
    for (const state of ARTICLE_STATES)
      expect(
        possible(state).some((move) => MOVES[move].to !== null),
        state,
      ).toBe(true)
  })
})
