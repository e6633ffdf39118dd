import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeDatabase, database, openDatabase } from '@/db/client'
import { migrateDatabase } from '@/db/migrate'
import { changes, redirects } from '@/db/schema/site'
import { projectRoot } from './root'
import { announce, type ChangeKey, changed, onChange, processOrigin, write } from './write'

let folder: string
let told: (readonly ChangeKey[])[]
const stops: (() => void)[] = []

const addRedirect = (path: string) =>
  write(async (tx) => void (await tx.insert(redirects).values({ path, target: '/' })))
const redirectPaths = async () => (await database().select().from(redirects)).map(({ path }) => path)
const changesKept = async () => database().select({ origin: changes.origin, keys: changes.keys }).from(changes)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-'))
  openDatabase(join(folder, 'portal.db'))
  migrateDatabase(join(projectRoot(), 'db/migrations'), join(folder, 'backups'))
  told = []
  stops.push(onChange((keys) => told.push(keys)))
})

afterEach(async () => {
  for (const stop of stops.splice(0)) stop()
  await closeDatabase()
  rmSync(folder, { recursive: true })
})

describe('write', () => {
  it('writes, and gives back what the work gives', async () => {
    const result = await write(async (tx) => {
      await tx.insert(redirects).values({ path: '/old', target: '/new' })
      return 12
    })
    expect(result).toBe(12)
    expect(await redirectPaths()).toEqual(['/old'])
  })

  it('tells what changed, each thing once, in one go', async () => {
    await write(async () => {
      changed('article:12', 'latest')
      changed('article:12')
      changed('slug:budget-vote')
    })
    expect(told).toEqual([['article:12', 'latest', 'slug:budget-vote']])
  })

  it('writes down with the change what changed, for other processes', async () => {
    await write(async () => changed('article:12', 'latest'))
    expect(await changesKept()).toEqual([{ origin: processOrigin, keys: ['article:12', 'latest'] }])
  })

  it('tells and writes down nothing where nothing is said to have changed', async () => {
    await addRedirect('/old')
    await write(async () => changed())
    expect([told, await changesKept()]).toEqual([[], []])
  })

  it('tells only once it can be read', async () => {
    const seen: string[][] = []
    stops.push(
      onChange(() => {
        seen.push(
          database()
            .select()
            .from(redirects)
            .all()
            .map(({ path }) => path),
        )
      }),
    )
    await write(async (tx) => {
      changed('redirect:/old')
      await tx.insert(redirects).values({ path: '/old', target: '/new' })
      expect(seen).toEqual([])
    })
    expect(seen).toEqual([['/old']])
  })

  it('collects what is said in functions that the work calls', async () => {
    const helper = async () => {
      await Promise.resolve()
      changed('site')
    }
    await write(async () => {
      await helper()
      await Promise.all([helper(), Promise.resolve().then(() => changed('latest'))])
    })
    expect(told).toEqual([['site', 'latest']])
  })

  it('keeps apart what commands change that are given at once', async () => {
    await Promise.all(
      [1, 2, 3].map((id) =>
        write(async () => {
          await Promise.resolve()
          changed(`article:${id}`)
        }),
      ),
    )
    expect(told).toEqual([['article:1'], ['article:2'], ['article:3']])
  })

  describe('when the work fails', () => {
    const failing = (error: unknown) =>
      write(async (tx) => {
        await tx.insert(redirects).values({ path: '/old', target: '/new' })
        changed('redirect:/old')
        throw error
      })

    it('fails with the same error', async () => {
      const error = new Error('not yours')
      await expect(failing(error)).rejects.toBe(error)
    })

    it('writes nothing and tells nothing', async () => {
      await failing(new Error('not yours')).catch(() => {})
      expect([await redirectPaths(), await changesKept(), told]).toEqual([[], [], []])
    })

    it('leaves nothing behind for the next command', async () => {
      await failing(new Error('not yours')).catch(() => {})
      await write(async () => changed('site'))
      expect(told).toEqual([['site']])
    })

    it('also when a rule of the database is broken', async () => {
      await addRedirect('/old')
      const again = write(async (tx) => {
        changed('latest')
        await tx.insert(redirects).values({ path: '/new', target: '/' })
        await tx.insert(redirects).values({ path: '/old', target: '/' })
      })
      await expect(again).rejects.toThrow()
      expect([await redirectPaths(), told]).toEqual([['/old'], []])
    })
  })

  describe('refuses', () => {
    it('a command inside another, and nothing of either is written', async () => {
      const nested = write(async (tx) => {
        await tx.insert(redirects).values({ path: '/outer', target: '/' })
        changed('redirect:/outer')
        await addRedirect('/inner')
      })
      await expect(nested).rejects.toThrow('A transaction was begun inside another one.')
      expect([await redirectPaths(), told]).toEqual([[], []])
      await addRedirect('/after')
      expect(await redirectPaths()).toEqual(['/after'])
    })

    it('to write without a database', async () => {
      await closeDatabase()
      await expect(addRedirect('/old')).rejects.toThrow('The database is not open')
    })
  })
})

describe('changed', () => {
  it('means nothing outside a command', () => {
    expect(() => changed('article:12', 'latest')).toThrow('changed(article:12, latest) was said outside write(…).')
  })

  it('means nothing any more when the command is done', async () => {
    await write(async () => changed('site'))
    expect(() => changed('site')).toThrow('outside write')
  })
})

describe('onChange', () => {
  it('tells every listener', () => {
    const others: (readonly ChangeKey[])[] = []
    stops.push(onChange((keys) => others.push(keys)))
    announce(['site'])
    expect([told, others]).toEqual([[['site']], [['site']]])
  })

  it('tells a listener no more once it has left', () => {
    stops.pop()?.()
    announce(['site'])
    expect(told).toEqual([])
  })

  it('lets a listener leave while it is being told', () => {
    const heard: string[] = []
    const leave = onChange(() => {
      heard.push('once')
      leave()
    })
    announce(['site'])
    announce(['site'])
    expect([heard, told]).toEqual([['once'], [['site'], ['site']]])
  })
})

it('knows who this process is', () => {
  expect(processOrigin).toMatch(/^[\da-f-]{36}$/)
})
