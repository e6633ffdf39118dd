import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FreshDatabase } from '../../operating/fresh-database'
import { Refused } from '../../people/viewer'
import { getPublishSheet } from '../publish-queries'
import { checksAfter, checksOf } from './desk-checks'
import { ana, bodyOf, draft, ed, openDesk, save, text, wren } from './test-desk'

let fresh: FreshDatabase
beforeEach(async () => {
  fresh = await openDesk()
})
afterEach(() => fresh.close())

describe('the checks of the desk', () => {
  it('are those of the publish page, of what is saved', async () => {
    const { id } = await draft()
    await save(wren, id, { body: bodyOf(text('TK')) })
    const found = await checksOf(wren, id)
    expect(found.map(({ key }) => key)).toContain('tk:body')
    expect(found).toEqual((await getPublishSheet(ed, id)).findings)
    await save(wren, id, { body: bodyOf(text('It held.')) })
    expect((await checksOf(wren, id)).map(({ key }) => key)).not.toContain('tk:body')
  })

  it('are nobody’s who may not look at it; a save by which it became others’ is none the worse for it', async () => {
    const { id } = await draft()
    await expect(checksOf(ana, id)).rejects.toThrow(Refused)
    expect(await checksAfter(wren, id)).toEqual(await checksOf(wren, id))
    expect(await checksAfter(ana, id)).toBeNull()
  })
})
