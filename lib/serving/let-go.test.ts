import { describe, expect, it } from 'vitest'
import { LetGo } from './let-go'

const many = (name: string, count: number) => Array.from({ length: count }, (_, at) => `/${name}/${at}`)

describe('LetGo', () => {
  it('knows which pages went because of which change', () => {
    const letGo = new LetGo()
    letGo.note('article:1', ['/a', '/b'])
    letGo.note('article:1', ['/b', '/c'])
    letGo.note('latest', ['/'])
    expect(letGo.of(['article:1'])).toEqual(['/a', '/b', '/c'])
    expect(letGo.of(['latest', 'article:1', 'article:2'])).toEqual(['/', '/a', '/b', '/c'])
  })

  it('forgets what changed the longest ago when it remembers too much', () => {
    const letGo = new LetGo()
    letGo.note('article:1', many('one', 2_000))
    letGo.note('article:2', many('two', 2_000))
    letGo.note('article:1', ['/one/again'])
    letGo.note('article:3', many('three', 2_000))
    expect(letGo.of(['article:2'])).toEqual([])
    expect(letGo.of(['article:1']).length).toBe(2_001)
    expect(letGo.of(['article:3']).length).toBe(2_000)
  })

  it('remembers one change however much it let go', () => {
    const letGo = new LetGo()
    letGo.note('latest', many('one', 6_000))
    expect(letGo.of(['latest']).length).toBe(6_000)
  })
})
