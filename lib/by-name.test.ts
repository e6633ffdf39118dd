import { expect, it } from 'vitest'
import { byName } from './by-name'

it('answers to the names that stand in it alone', () => {
  const table = byName({ saved: 'It is saved.' })
  expect(table.saved).toBe('It is saved.')
  for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'gone'])
    expect(table[name]).toBeUndefined()
})
