import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import { audit } from '@/db/schema/site'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { unsafeOperator, unsafeViewer } from '../people/viewer'
import { onChange } from '../write'
import { changeSite } from './site-commands'
import { accentSchema, commentSettingsSchema, menuSchema, paperSchema } from './site-input'
import { getSite } from './site-queries'

let fresh: FreshDatabase
beforeEach(() => {
  fresh = openFreshDatabase()
})
afterEach(() => fresh.close())

describe('changeSite', () => {
  it('keeps what is said, tells every page, and notes what it was', async () => {
    const told: string[] = []
    const stop = onChange((keys) => told.push(...keys))
    await changeSite(unsafeOperator(), { name: 'The Record', commentsAreOn: false })
    await changeSite(unsafeOperator(), { name: 'The Record' })
    stop()
    expect(await getSite()).toMatchObject({ name: 'The Record', commentsAreOn: false, zone: 'UTC' })
    expect(told).toEqual(['site'])
    expect(await database().select().from(audit)).toMatchObject([
      { action: 'site.change', detail: { name: { from: null, to: 'The Record' } } },
    ])
  })

  it('takes back what was set, and a whole site as it was', async () => {
    const before = await getSite()
    await changeSite(unsafeOperator(), { accent: { light: '#0f4c5c', dark: '#7fc4d3' }, menu: [] })
    await changeSite(unsafeOperator(), { accent: null, menu: null, logo: null })
    expect(await getSite()).toEqual(before)
    await changeSite(unsafeOperator(), before)
    expect(await getSite()).toEqual(before)
  })

  it.each(['reader', 'commenter', 'author', 'editor', 'moderator'] as const)('refuses a %s', async (role) => {
    await expect(changeSite(unsafeViewer({ id: 1, name: 'Sam', role }), { name: 'Mine' })).rejects.toThrow(/may not/)
    expect((await getSite()).name).toBe('Broadsheet')
  })
})

const paper = { name: 'The Record', tagline: '', description: '', zone: 'Europe/London', language: 'pt-BR' }
const errorsOf = (result: { success: boolean; error?: { issues: { message: string }[] } }) =>
  result.error?.issues.map(({ message }) => message).join('\n') ?? ''

describe('what the forms take', () => {
  it('takes a paper', () => {
    expect(paperSchema.parse({ ...paper, name: ' The Record ' }).name).toBe('The Record')
  })

  it.each([
    [{ name: ' ' }, /cannot be empty/],
    [{ name: 'x'.repeat(81) }, /81 characters/],
    [{ name: 'a\u202Eb' }, /one line/],
    [{ tagline: 'a\nb' }, /one line/],
    [{ zone: 'Mars/Olympus' }, /time zone/],
    [{ language: 'EN_us' }, /language/],
    [{ language: '<script>' }, /language/],
  ])('refuses %j', (change, words) => {
    expect(errorsOf(paperSchema.safeParse({ ...paper, ...change }))).toMatch(words)
  })

  it('says where a colour cannot be read, and offers one that can', () => {
    const words = errorsOf(accentSchema.safeParse({ light: '#FFD400', dark: '#7fc4d3' }))
    expect(words).toMatch(/contrast of 1\.\d : 1/)
    const [, offered] = /(#[0-9a-f]{6}) is near/.exec(words) ?? []
    expect(accentSchema.safeParse({ light: offered, dark: '#7fc4d3' }).success).toBe(true)
  })

  it('reads a menu', () => {
    expect(menuSchema.parse({ menu: 'Latest | /latest\r\n\r\nShop | https://shop.example/x?y=1' }).menu).toEqual([
      { label: 'Latest', address: '/latest' },
      { label: 'Shop', address: 'https://shop.example/x?y=1' },
    ])
    expect(menuSchema.parse({ menu: '' }).menu).toEqual([])
  })

  it.each([
    'Latest',
    '| /latest',
    'Run | javascript:alert(1)',
    'Away | //evil.example',
    'Away | http://evil.example',
    'Quote | /a"onclick',
    'Back | /\\evil.example',
  ])('refuses the link %j', (menu) => {
    expect(menuSchema.safeParse({ menu }).success).toBe(false)
  })

  it('reads the settings of comments', () => {
    const form = { commentMode: 'premoderated', commentsCloseAfterDays: '', commentRules: 'Be kind.\r\nListen.' }
    expect(commentSettingsSchema.parse(form)).toEqual({
      ...form,
      commentsAreOn: false,
      commentsCloseAfterDays: 0,
      commentRules: 'Be kind.\nListen.',
    })
    expect(commentSettingsSchema.safeParse({ ...form, commentsCloseAfterDays: '-1' }).success).toBe(false)
    expect(commentSettingsSchema.safeParse({ ...form, commentsCloseAfterDays: '9999' }).success).toBe(false)
  })
})
