import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import { comments } from '@/db/schema/comments'
import { audit } from '@/db/schema/site'
import { addPerson, publishArticle } from '../comments/test-conversation'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { Refused, type Role, unsafeViewer, type Viewer } from '../people/viewer'
import { write } from '../write'
import { rehearse, type Trial } from './rehearsal'
import { findPastComments } from './rehearsal-sql'
import { readWordLists } from './rule-record'
import { DEFAULT_RULES, type Rules } from './rules'
import { getRuleSet, StaleRules, saveRuleSet } from './rules-commands'
import { markOf, ruleFormSchema } from './rules-input'
import { readyList } from './word-list'

let fresh: FreshDatabase
let articleId: number
let ed: Viewer
let clock: number

beforeEach(async () => {
  fresh = openFreshDatabase()
  articleId = await publishArticle()
  ed = await person('Ed', 'editor')
  clock = Date.now() - 86_400_000
})
afterEach(() => fresh.close())

const person = (name: string, role: Role = 'commenter') => addPerson(name, role)

type Said = Partial<typeof comments.$inferInsert>

/** A comment a minute after the one before. */
async function said(by: Viewer, body: string, more: Said = {}): Promise<number> {
  clock += 60_000
  const values = {
    articleId,
    personId: by.personId,
    signature: by.name,
    body,
    state: 'approved' as const,
    createdAt: new Date(clock),
  }
  const [row] = await write((tx) =>
    tx
      .insert(comments)
      .values({ ...values, ...more })
      .returning(),
  )
  return (row as { id: number }).id
}

const trial = (rules: Partial<Rules> = {}, banned: string[] = [], suspect: string[] = []): Trial => ({
  rules: { ...DEFAULT_RULES, ...rules },
  words: { banned: readyList(banned), suspect: readyList(suspect) },
})
const rehearsed = async (proposed: Trial, viewer: Viewer = ed) =>
  rehearse(await findPastComments(viewer, 1000), trial(), proposed)

const form = (change: Record<string, string> = {}) => ({
  ...Object.fromEntries(Object.entries(DEFAULT_RULES).map(([name, value]) => [name, String(value)])),
  ...{ rejectedShare: '30', spamThreshold: '90', holdEverything: '', banned: '', suspect: '', base: '' },
  ...change,
})

describe('the form of the rules', () => {
  it('gives the rules that it shows', () => {
    expect(ruleFormSchema.parse(form())).toEqual({ rules: DEFAULT_RULES, banned: [], suspect: [], base: '' })
  })

  it('takes lists a line at a time, each entry once, and empty rules as none', () => {
    const set = ruleFormSchema.parse(
      form({ banned: ' blorg \r\nblorg\n\nbad phrase', maximumLinks: '', spamThreshold: '' }),
    )
    expect(set).toMatchObject({ banned: ['blorg', 'bad phrase'], rules: { maximumLinks: null, spamThreshold: null } })
  })

  it.each([
    ['maximumLength', { maximumLength: '12' }],
    ['perMinute', { perMinute: 'many' }],
    ['perMinute', { perMinute: '' }],
    ['repeatHours', { repeatHours: ' ' }],
    ['perHour', { perHour: '0x10' }],
    ['rejectedShare', { rejectedShare: '120' }],
    ['banned', { banned: 'a\u202eb' }],
    ['bannedWords', { bannedWords: 'shout' }],
    ['banned', { banned: 'x'.repeat(101) }],
    ['suspect', { suspect: '***' }],
    ['banned', { banned: Array.from({ length: 2001 }, (_, index) => `word${index}`).join('\n') }],
  ])('says what is wrong with %s', (field, change) => {
    const { error } = ruleFormSchema.safeParse(form(change))
    expect(new Set(error?.issues.map(({ path }) => path[0]))).toEqual(new Set([field]))
  })
})

describe('saving rules', () => {
  const wanted = { rules: { ...DEFAULT_RULES, perMinute: 3 }, banned: ['blorg'], suspect: ['grump'] }

  it('puts them in force, with a line in the log', async () => {
    await saveRuleSet(ed, wanted, markOf(await getRuleSet(ed)))
    expect(await getRuleSet(ed)).toEqual(wanted)
    expect((await readWordLists(database())).banned.words.has('blorg')).toBe(true)
    await saveRuleSet(ed, { ...wanted, banned: [] }, markOf(wanted))
    expect((await readWordLists(database())).banned.words.size).toBe(0)
    const lines = await database().select().from(audit).where(eq(audit.action, 'moderation.rules'))
    expect(lines.map(({ detail }) => detail)).toEqual([
      {
        perMinute: { from: 6, to: 3 },
        banned: { added: ['blorg'], removed: [] },
        suspect: { added: ['grump'], removed: [] },
      },
      { banned: { added: [], removed: ['blorg'] } },
    ])
  })

  it('does not undo what somebody else has changed meanwhile', async () => {
    const base = markOf(await getRuleSet(ed))
    await saveRuleSet(ed, wanted, base)
    await expect(saveRuleSet(ed, { ...wanted, suspect: [] }, base)).rejects.toThrow(StaleRules)
    // The same once more is no change.
    await saveRuleSet(ed, wanted, base)
  })

  it('is for editors of every section and for admins', async () => {
    const mo = await person('Mo', 'moderator')
    const limited = unsafeViewer({ id: 99, name: 'Lim', role: 'editor', sections: [1] })
    for (const viewer of [mo, limited, await person('Remy')])
      await expect(saveRuleSet(viewer, wanted, '')).rejects.toThrow(Refused)
    await expect(getRuleSet(await person('Sam'))).rejects.toThrow(Refused)
  })
})

describe('a rehearsal', () => {
  it('tells what would have come out otherwise, and what against a decision, and changes nothing', async () => {
    const remy = await person('Remy')
    const kept = await said(remy, 'What a gr\u00fcmp you are', { decidedBy: ed.personId })
    await said(remy, 'You BLORG', { state: 'rejected', decidedBy: ed.personId })
    await said(remy, 'Fine weather.')
    const before = await database().select().from(comments)
    const found = await rehearsed(trial({ suspectWords: 'reject' }, ['blorg'], ['grump']))
    expect(found).toMatchObject({ comments: 3, changed: 2, reversed: 1 })
    expect(found.before).toEqual({ allow: 3, hold: 0, reject: 0, refuse: 0 })
    expect(found.after).toEqual({ allow: 1, hold: 0, reject: 2, refuse: 0 })
    expect(found.examples[0]).toMatchObject({ id: kept, decided: 'approved', before: 'allow', after: 'reject' })
    expect(found.examples[0]?.pieces.find(({ isMatched }) => isMatched)?.text).toBe('gr\u00fcmp')
    expect(await database().select().from(comments)).toEqual(before)
  })

  it('knows of each comment only what was known when it came in', async () => {
    const remy = await person('Remy')
    for (const body of ['One', 'Two', 'Three']) await said(remy, body)
    const found = await rehearsed(trial({ firstComments: 2 }))
    expect(found.after).toMatchObject({ allow: 1, hold: 2 })
    await said(remy, 'three!')
    expect((await rehearsed(trial({ repeatHours: 24 }))).before.refuse).toBe(1)
    expect((await rehearsed(trial({ repeatHours: 0 }))).after.refuse).toBe(0)
    const limited = await rehearsed(trial({ perHour: 2, perMinute: 0, repeatHours: 0 }))
    expect(limited.after.refuse).toBe(2)
  })

  it('looks at the sections of the viewer alone, at no deleted comment, and holds up no staff', async () => {
    await said(await person('Remy'), 'A blorg.')
    await said(await person('Gone'), 'A blorg too.', { deletedAt: new Date() })
    await said(ed, 'A blorg, I say.')
    expect((await rehearsed(trial({}, ['blorg']))).after).toMatchObject({ allow: 1, reject: 1 })
    const elsewhere = unsafeViewer({ id: 50, name: 'Else', role: 'moderator', sections: [999] })
    expect(await findPastComments(elsewhere, 1000)).toEqual([])
    await expect(findPastComments(await person('Sam'), 1000)).rejects.toThrow(Refused)
  })

  it('lets others work while it goes on', async () => {
    const remy = await person('Remy')
    await write(async (tx) => {
      for (let number = 0; number < 200; number += 1)
        await tx.insert(comments).values({
          articleId,
          personId: remy.personId,
          signature: 'Remy',
          body: `Number ${number}`,
          state: 'approved',
        })
    })
    const past = await findPastComments(ed, 1000)
    let turns = 0
    let isDone = false
    const others = (async () => {
      for (; !isDone; turns += 1) await new Promise((resolve) => setImmediate(resolve))
    })()
    await rehearse(past, trial(), trial({}, ['blorg']))
    isDone = true
    await others
    expect(turns).toBeGreaterThan(5)
  })
})
