import type BetterSqlite3 from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { KeptStatements } from './kept-statements'
import { Sqlite } from './sqlite.mjs'

let connection: BetterSqlite3.Database
let compiled: string[]

beforeEach(() => {
  connection = new Sqlite(':memory:')
  connection.exec("create table words (word text); insert into words values ('harbour')")
  compiled = []
  const prepare = connection.prepare.bind(connection)
  connection.prepare = ((source: string) => {
    compiled.push(source)
    return prepare(source)
  }) as never
})
afterEach(() => connection.close())

const ALL = 'select * from words where word <> ?'

it('compiles a statement once', () => {
  const kept = new KeptStatements(connection)
  for (const word of ['a', 'b', 'c']) expect(kept.prepare(ALL).all(word)).toEqual([{ word: 'harbour' }])
  expect(compiled).toEqual([ALL])
})

it('gives objects and arrays to those who ask for them, in any order', () => {
  const kept = new KeptStatements(connection)
  expect(kept.prepare(ALL).raw().all('a')).toEqual([['harbour']])
  expect(kept.prepare(ALL).get('a')).toEqual({ word: 'harbour' })
  expect(kept.prepare(ALL).raw().get('a')).toEqual(['harbour'])
  expect(kept.prepare('insert into words values (?)').run('ferry').changes).toBe(1)
})

it('sees what the schema has become', () => {
  const kept = new KeptStatements(connection)
  kept.prepare(ALL).all('a')
  connection.exec("alter table words add column language text default 'en'")
  expect(kept.prepare(ALL).all('a')).toEqual([{ word: 'harbour', language: 'en' }])
})

it('lets go of what has not been asked for the longest', () => {
  const kept = new KeptStatements(connection, 2)
  for (const number of [1, 2, 1, 3, 1, 2]) kept.prepare(`select ${number}`).get()
  expect(compiled).toEqual(['select 1', 'select 2', 'select 3', 'select 2'])
})

it('says what is wrong with a statement when it is used', () => {
  expect(() => new KeptStatements(connection).prepare('select lost from words').get()).toThrow('no such column')
})
