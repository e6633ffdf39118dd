import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asc, eq } from 'drizzle-orm'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import { articles } from '@/db/schema/articles'
import { comments } from '@/db/schema/comments'
import { redirects } from '@/db/schema/site'
import type { Block } from '../../articles/article-body'
import { createArticle, rewriteArticle } from '../../articles/article-commands'
import type { ArticleDraft } from '../../articles/article-input'
import { correct, embargo, kill, publish } from '../../articles/publishing-commands'
import { readEnvironment } from '../../env'
import { storeMedia } from '../../media/media-commands'
import { MediaStore } from '../../media/media-store'
import { addPerson, choosePassword } from '../../people/person-commands'
import { Refused, unsafeOperator, unsafeViewer } from '../../people/viewer'
import { saveSection } from '../../site/site-commands'
import { write } from '../../write'
import { importCommand } from '../commands/import'
import { type FreshDatabase, openFreshDatabase } from '../fresh-database'
import { exportNewsroom } from './export-newsroom'
import { describeArticle } from './exported-article'

const operator = unsafeOperator()
const at = new Date('2026-11-24T06:00:00Z')
const words = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] })

let fresh: FreshDatabase
let folder: string
beforeEach(async () => {
  fresh = openFreshDatabase()
  folder = mkdtempSync(join(tmpdir(), 'export-'))
  await saveSection(operator, { slug: 'politics', name: 'Politics' })
  await saveSection(operator, { slug: 'world', name: 'World' })
})
afterEach(async () => {
  await fresh.close()
  rmSync(folder, { recursive: true, force: true })
})

const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'))
const draftArticle = (draft: Partial<ArticleDraft> & { headline: string }) =>
  createArticle(operator, {
    section: 'politics',
    language: 'en',
    body: { type: 'doc', content: [words('Text.')] },
    ...draft,
  })

async function addPicture(): Promise<number> {
  const bytes = await sharp({ create: { width: 8, height: 6, channels: 3, background: '#123456' } })
    .jpeg()
    .toBuffer()
  return storeMedia(operator, new MediaStore(join(fresh.dataDir, 'media')), {
    bytes,
    name: 'Dam at dawn.jpg',
    alt: 'A dam',
  })
}

/** What makes two articles the same, whatever their numbers. */
async function contents() {
  const rows = await database().select().from(articles).orderBy(asc(articles.slug))
  return Promise.all(
    rows.map(async (row) => {
      const { described } = await describeArticle(row)
      const { id: _, revision: __, createdAt, savedAt, sectionId, ...own } = row
      const corrected = described.corrections.map(({ kind, text, publishedAt }) => ({ kind, text, publishedAt }))
      return { ...own, ...described, row: null, corrections: corrected }
    }),
  )
}

describe('exportNewsroom', () => {
  it('writes Markdown that makes the same articles of an empty database', async () => {
    const picture = await addPicture()
    const other = await draftArticle({ headline: 'Other', section: 'world', tags: ['World'], standfirst: '' })
    const { id } = await draftArticle({
      ...{
        headline: 'Papers show: “risk” was #known — for years',
        slug: 'flood-risk',
        section: 'politics',
        kind: 'analysis',
      },
      ...{
        kicker: 'Inquiry',
        standfirst: 'Yes: *it* was.',
        dateline: 'Marram',
        contributors: 'Reporting by Ana Ruiz.',
      },
      ...{
        keyPoints: ['One: two', '- three'],
        bylines: ['Priya Natarajan', 'O. Hale, Jr'],
        tags: ['Floods', 'marram', '2026', 'yes'],
      },
      ...{ language: 'he', direction: 'rtl', comments: 'premoderated', related: [other.slug] },
      leadImage: { media: picture, alt: 'The dam', caption: 'At dawn', credit: 'Ana Ruiz' },
      body: {
        type: 'doc',
        content: [
          words('First.'),
          { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: '1. What we know' }] },
          { type: 'image', attrs: { media: picture, alt: 'A dam', caption: 'c', credit: 'd' } },
          {
            type: 'paragraph',
            content: [
              { type: 'text', text: 'bold ', marks: [{ type: 'bold' }] },
              { type: 'text', text: 'x' },
            ],
          },
        ],
      },
    })
    for (const article of [other.id, id]) await publish(operator, article, { at })
    await correct(operator, id, { kind: 'clarification', text: 'It was: Tuesday.', at })
    await draftArticle({ headline: 'A draft', tags: ['Draft'], standfirst: 's' })
    const report = await exportNewsroom(operator, fresh.dataDir, folder)
    expect(report).toMatchObject({
      counts: { articles: 3, media: 1, corrections: 1 },
      lessInMarkdown: [],
      missingPictures: [],
    })
    const before = await contents()
    await fresh.close()

    fresh = openFreshDatabase()
    for (const section of read('sections.json')) await saveSection(operator, section)
    const files = ['other', 'flood-risk', 'a-draft'].map((slug) => join(folder, 'articles', `${slug}.md`))
    const said: string[] = []
    const environment = readEnvironment({ DATA_DIR: fresh.dataDir })
    const context = {
      environment,
      root: '',
      positionals: files,
      options: {},
      say: (line: string) => void said.push(line),
    }
    await importCommand.run(context)
    expect(said.at(-1)).toBe('3 imported, 0 already here, 0 refused.')
    expect(said).toHaveLength(4)
    expect(await contents()).toEqual(before)
  })

  it('dates only what readers may see: the rest comes back as a draft', async () => {
    const states = { embargoed: 'Embargoed', killed: 'Killed', binned: 'Binned', late: 'Late' }
    const ids: Record<string, number> = {}
    for (const [name, headline] of Object.entries(states)) ids[name] = (await draftArticle({ headline })).id
    const idOf = (name: keyof typeof states) => ids[name] as number
    for (const id of Object.values(ids)) await publish(operator, id, { at })
    await embargo(operator, idOf('embargoed'), new Date(Date.now() + 60_000))
    await kill(operator, idOf('killed'), 'It was wrong.')
    await write(
      async (tx) =>
        void (await tx
          .update(articles)
          .set({ binnedAt: new Date() })
          .where(eq(articles.id, idOf('binned')))),
    )
    await write(
      async (tx) =>
        void (await tx
          .update(articles)
          .set({ takeDownAt: at })
          .where(eq(articles.id, idOf('late')))),
    )
    await exportNewsroom(operator, fresh.dataDir, folder)
    expect(readdirSync(join(folder, 'articles')).sort()).toEqual(['embargoed.md', 'killed.md', 'late.md', 'media'])
    for (const name of ['embargoed', 'killed', 'late']) {
      expect(readFileSync(join(folder, `articles/${name}.md`), 'utf8')).not.toMatch(/^published:/m)
    }
    const exported = read('articles.json') as {
      headline: string
      state: string
      binnedAt: string | null
      killNotice: string
    }[]
    expect(exported.find(({ headline }) => headline === 'Killed')).toMatchObject({
      state: 'killed',
      killNotice: 'It was wrong.',
    })
    expect(exported.find(({ headline }) => headline === 'Binned')?.binnedAt).not.toBeNull()
  })

  it('says which Markdown says less, and keeps all of it in articles.json', async () => {
    const gallery: Block = {
      type: 'embed',
      attrs: { provider: 'video', address: 'https://v.example/1', title: 'The dam' },
    }
    await draftArticle({ headline: 'With video', body: { type: 'doc', content: [gallery] } })
    expect(await exportNewsroom(operator, fresh.dataDir, folder)).toMatchObject({
      lessInMarkdown: ['articles/with-video.md'],
    })
    expect(read('articles.json')[0].body.content).toEqual([gallery])
  })

  it('writes the rest: comments, people without their passwords, redirects, pictures as they came', async () => {
    const { secret } = await addPerson(operator, { email: 'ada@news.example', name: 'Ada', role: 'admin' })
    await choosePassword(secret, { password: 'a quiet harbour' })
    const { secret: open } = await addPerson(operator, { email: 'ed@news.example', name: 'Ed', role: 'editor' })
    const { id } = await draftArticle({ headline: 'Old words' })
    await publish(operator, id, { at })
    await rewriteArticle(operator, id, {
      section: 'politics',
      language: 'en',
      headline: 'New words',
      slug: 'new-words',
    })
    await addPicture()
    await write(async (tx) => {
      await tx.insert(comments).values({ articleId: id, signature: 'Remy, "R"', body: 'Hear, hear', state: 'spam' })
      await tx.insert(redirects).values({ path: '/2019/a,b', target: 'https://a.example/"x"', status: 301 })
    })
    await exportNewsroom(operator, fresh.dataDir, folder)
    expect(read('comments.json')).toMatchObject([{ articleId: id, body: 'Hear, hear', state: 'spam' }])
    expect(read('people.json').map(({ email }: { email: string }) => email)).toEqual([
      'ada@news.example',
      'ed@news.example',
    ])
    expect(read('revisions.json').map(({ number }: { number: number }) => number)).toEqual([1, 2, 3])
    expect(readFileSync(join(folder, 'redirects.csv'), 'utf8')).toBe(
      'path,target,status\r\n"/2019/a,b","https://a.example/""x""",301\r\n/politics/old-words,/politics/new-words,308\r\n',
    )
    const [picture] = read('media.json')
    expect(readFileSync(join(folder, picture.file))).toEqual(
      readFileSync(new MediaStore(join(fresh.dataDir, 'media')).originalOf(picture.hash)),
    )
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile())) {
      const text = readFileSync(join(entry.parentPath, entry.name), 'latin1')
      expect(text.includes('$argon2') || text.includes('passwordHash') || text.includes(open), entry.name).toBe(false)
    }
  })

  it('exports an empty newsroom', async () => {
    const target = join(folder, 'new/deep')
    expect((await exportNewsroom(operator, fresh.dataDir, target)).counts.articles).toBe(0)
    expect(JSON.parse(readFileSync(join(target, 'articles.json'), 'utf8'))).toEqual([])
  })

  it('says which picture is not on the disk', async () => {
    const id = await addPicture()
    rmSync(join(fresh.dataDir, 'media'), { recursive: true })
    expect((await exportNewsroom(operator, fresh.dataDir, folder)).missingPictures).toEqual([
      `media/${id}-dam-at-dawn.jpg`,
    ])
  })

  it('refuses a folder that holds something, unless it is told to', async () => {
    writeFileSync(join(folder, 'precious'), 'x')
    await expect(exportNewsroom(operator, fresh.dataDir, folder)).rejects.toThrow(/is not empty.*--force/)
    expect(readdirSync(folder)).toEqual(['precious'])
    await exportNewsroom(operator, fresh.dataDir, folder, { force: true })
    expect(existsSync(join(folder, 'precious'))).toBe(true)
    await expect(exportNewsroom(operator, fresh.dataDir, join(folder, 'precious'), { force: true })).rejects.toThrow(
      /is a file/,
    )
  })

  it('refuses who is no admin', async () => {
    const editor = unsafeViewer({ id: 1, name: 'Ed', role: 'editor' })
    await expect(exportNewsroom(editor, fresh.dataDir, folder)).rejects.toThrow(Refused)
  })
})
