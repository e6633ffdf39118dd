import { describe, expect, it } from 'vitest'
import { orderOf, publishSchema } from './publish-input'

const now = new Date('2026-11-24T12:00:00Z')
const schema = publishSchema('Europe/London', now)
const form = { base: '3', comments: 'open' }
const faults = (fields: Record<string, string>) => {
  const { error } = schema.safeParse({ ...form, ...fields })
  return (error?.issues ?? []).map(({ path }) => path.join('.'))
}

describe('the publish form', () => {
  it('asks for now, with terms that are empty, when nothing else is filled in', () => {
    const order = orderOf(schema.parse(form))
    expect(order).toEqual({ base: 3, embargoUntil: null, takeDownAt: null, comments: 'open', waiver: '' })
  })

  it('reads times as the newsroom’s clocks show them', () => {
    const { at } = schema.parse({ ...form, when: 'at', at: '2027-06-24T06:00' })
    expect(at?.toISOString()).toBe('2027-06-24T05:00:00.000Z')
  })

  it('tells what kind of a change it is', () => {
    const { change } = orderOf(schema.parse({ ...form, kind: 'correction', note: ' It was nine. ' }))
    expect(change).toEqual({ kind: 'correction', note: 'It was nine.' })
  })

  it.each([
    ['a time that is missing', { when: 'at' }, ['at']],
    ['a time that has passed', { when: 'at', at: '2026-11-24T11:59' }, ['at']],
    ['an hour that the clocks leave out', { when: 'at', at: '2027-03-28T01:30' }, ['at']],
    ['what is no time', { when: 'at', at: 'tomorrow' }, ['at', 'at']],
    [
      'an end before the beginning',
      { when: 'at', at: '2026-11-25T06:00', takeDownAt: '2026-11-25T05:00' },
      ['takeDownAt'],
    ],
    ['an end that has passed', { takeDownAt: '2026-11-24T11:00' }, ['takeDownAt']],
    [
      'an end before the embargo’s',
      { embargoUntil: '2026-11-26T00:00', takeDownAt: '2026-11-25T00:00' },
      ['takeDownAt'],
    ],
    ['a correction without words', { kind: 'correction', note: '  ' }, ['note']],
    ['a clarification without words', { kind: 'clarification' }, ['note']],
    ['a kind of change that there is none of', { kind: 'rewrite' }, ['kind']],
    ['a base that is no revision', { base: '' }, ['base']],
    ['a mode of comments that there is none of', { comments: 'loud' }, ['comments']],
  ])('refuses %s', (_, fields, where) => expect([...new Set(faults(fields))]).toEqual([...new Set(where)]))
})
