import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { addPerson } from '../people/person-commands'
import { unsafeOperator, unsafeViewer } from '../people/viewer'
import { write } from '../write'
import { audit } from './audit-commands'
import { auditCsv, auditJson } from './audit-export'
import { auditFilterFrom, auditParameters } from './audit-input'
import { auditActions, exportAudit, listAudit } from './audit-queries'

const operator = unsafeOperator()
const all = auditFilterFrom({})

let fresh: FreshDatabase
let ada: number
beforeEach(async () => {
  fresh = openFreshDatabase()
  ada = (await addPerson(operator, { email: 'ada@news.example', name: 'Ada', role: 'admin' })).id
  await note('Ada Marsh', 'article.publish', 'article:12')
  await note('Ed 100%', 'article.kill', 'article:123', { reason: '=cmd()' })
  await note('Ed 100%', 'articles.sort', 'site')
})
afterEach(() => fresh.close())

const note = (name: string, action: `${string}.${string}`, subject: string, detail = {}) =>
  write((tx) => audit(tx, unsafeViewer({ id: ada, name, role: 'editor' }), { action, subject, detail }))

const found = async (parameters: Record<string, string>) =>
  (await listAudit(operator, auditFilterFrom(parameters), 1)).cards.map(({ action }) => action)

describe('listAudit', () => {
  it('shows the latest first, with the names of today', async () => {
    const { cards, total } = await listAudit(operator, all, 1)
    expect(total).toBe(4)
    expect(cards.map(({ action }) => action)).toEqual([
      'articles.sort',
      'article.kill',
      'article.publish',
      'person.add',
    ])
    expect(cards.at(-1)).toMatchObject({ actor: 'operator', subject: `person:${ada}`, name: 'Ada' })
  })

  it.each([
    [{ person: 'marsh' }, ['article.publish']],
    [{ person: '100%' }, ['articles.sort', 'article.kill']],
    [{ person: '%' }, ['articles.sort', 'article.kill']],
    [{ person: "' or 1=1 --" }, []],
    [{ action: 'article' }, ['article.kill', 'article.publish']],
    [{ action: 'article.kill' }, ['article.kill']],
    [{ subject: 'article:12' }, ['article.publish']],
    [{ subject: 'article' }, ['article.kill', 'article.publish']],
    [{ from: '2999-01-01' }, []],
    [{ until: '2001-01-01' }, []],
    [{ from: 'yesterday', until: '2001-13-99' }, ['articles.sort', 'article.kill', 'article.publish', 'person.add']],
  ])('finds by %j', async (parameters, actions) => {
    expect(await found(parameters as Record<string, string>)).toEqual(actions)
  })

  it('finds by today, to its end', async () => {
    const today = new Date().toISOString().slice(0, 10)
    expect(await found({ from: today, until: today })).toHaveLength(4)
  })

  it('finds what a person did under every name', async () => {
    expect(await found({ person: String(ada) })).toHaveLength(3)
  })

  it('says which actions there are', async () => {
    expect(await auditActions(operator)).toEqual(['article.kill', 'article.publish', 'articles.sort', 'person.add'])
  })

  it.each(['reader', 'commenter', 'author', 'editor', 'moderator'] as const)('is not for a %s', async (role) => {
    const viewer = unsafeViewer({ id: ada, name: 'Sam', role })
    await expect(listAudit(viewer, all, 1)).rejects.toThrow(/may not read the audit log/)
    await expect(exportAudit(viewer, all)).rejects.toThrow(/may not read the audit log/)
    await expect(auditActions(viewer)).rejects.toThrow(/may not read the audit log/)
  })
})

describe('an export', () => {
  it('is a table in which nothing is a formula', async () => {
    await note('=HYPERLINK("x")', 'site.rename', 'site')
    const csv = auditCsv(await exportAudit(operator, all))
    expect(csv).toContain('"\'=HYPERLINK(""x"")"')
    expect(csv.split('\r\n')).toHaveLength(7)
  })

  it('is JSON as well', async () => {
    expect(JSON.parse(auditJson(await exportAudit(operator, all)))).toHaveLength(4)
  })
})

it('writes a filter into an address', () => {
  expect(auditParameters(auditFilterFrom({ person: 'Ada & Ed', page: '3' }), 2)).toBe('?person=Ada+%26+Ed&page=2')
  expect(auditParameters(all)).toBe('')
})
