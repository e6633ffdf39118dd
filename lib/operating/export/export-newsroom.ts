import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { asc, eq, getTableColumns, gt, type SQL } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles, corrections, oldSlugs, revisions, sections, tags } from '@/db/schema/articles'
import { comments } from '@/db/schema/comments'
import { fronts, slots } from '@/db/schema/fronts'
import { media } from '@/db/schema/media'
import { authors, people } from '@/db/schema/people'
import { audit, imports, redirects, settings } from '@/db/schema/site'
import type { ArticleBody } from '../../articles/article-body'
import { MediaStore } from '../../media/media-store'
import { Refused, type Viewer } from '../../people/viewer'
import { CommandFailed } from '../command'
import { atOneMoment } from '../database-file-sql'
import { findOriginal } from '../original'
import { type ExportedArticle, isWholeInMarkdown, writeArticleFile } from './article-markdown-file'
import { describeArticle } from './exported-article'
import { writeCsv, writeJson, writeJsonArray } from './json-file'

export type ExportReport = {
  folder: string
  /** How many rows each file holds. */
  counts: Record<string, number>
  /** Markdown files that say less than articles.json does. */
  lessInMarkdown: string[]
  missingPictures: string[]
}

type Context = { folder: string; store: MediaStore; pictureName: (id: number) => string; now: Date }

/**
 * Writes everything the newsroom holds into a folder, as it stands at one moment: each article as Markdown that can be
 * imported, everything as JSON, the pictures as they came. Passwords and links that open something are left out.
 *
 * @param force whether the folder may hold something already; files of the same names are replaced
 * @throws {CommandFailed} when the folder holds something, or is none
 */
export async function exportNewsroom(
  viewer: Viewer,
  dataDir: string,
  folder: string,
  { force = false, now = new Date() } = {},
): Promise<ExportReport> {
  if (viewer.role !== 'admin') throw new Refused(viewer, 'export the newsroom')
  prepare(folder, force)
  return atOneMoment(async () => {
    const pictures = await database().select().from(media).orderBy(asc(media.id))
    const names = new Map(
      pictures.map(({ id, name, format }) => [id, `media/${id}-${name}.${format === 'jpeg' ? 'jpg' : format}`]),
    )
    const context = {
      folder,
      now,
      store: new MediaStore(join(dataDir, 'media')),
      pictureName: (id: number) => names.get(id) ?? `media/${id}`,
    }
    const missingPictures = copyPictures(pictures, context)
    const { total, lessInMarkdown } = await exportArticles(context)
    const counts = {
      articles: total,
      media: pictures.length,
      ...(await exportTables(folder)),
      redirects: await exportRedirects(folder),
    }
    await writeJsonArray(
      join(folder, 'media.json'),
      pictures.map((row) => ({ ...row, file: `articles/${context.pictureName(row.id)}` })),
    )
    // Written last: a folder without it is not a whole export.
    writeJson(join(folder, 'export.json'), {
      format: 'broadsheet-export',
      version: 1,
      exportedAt: now,
      counts,
      lessInMarkdown,
      missingPictures,
    })
    return { folder, counts, lessInMarkdown, missingPictures }
  })
}

function prepare(folder: string, force: boolean): void {
  if (existsSync(folder) && !statSync(folder).isDirectory())
    throw new CommandFailed(`${folder} is a file: name a folder.`)
  if (existsSync(folder) && readdirSync(folder).length > 0 && !force) {
    throw new CommandFailed(`${folder} is not empty: name another folder, or write into it with --force.`)
  }
  mkdirSync(join(folder, 'articles/media'), { recursive: true })
}

function copyPictures(pictures: { id: number; hash: string }[], { folder, store, pictureName }: Context): string[] {
  return pictures.flatMap(({ id, hash }) => {
    const original = findOriginal(store, hash)
    if (!original) return [pictureName(id)]
    copyFileSync(original, join(folder, 'articles', pictureName(id)))
    return []
  })
}

async function exportArticles(context: Context): Promise<{ total: number; lessInMarkdown: string[] }> {
  const lessInMarkdown: string[] = []
  async function* rows() {
    for await (const row of pages(articles)) {
      const { described, more } = await describeArticle(row)
      const file = row.binnedAt ? null : `articles/${row.slug}.md`
      if (file && !writeMarkdownFile(described, file, context)) lessInMarkdown.push(file)
      yield { ...row, section: described.section, tags: described.tags, related: described.related, ...more, file }
    }
  }
  const total = await writeJsonArray(join(context.folder, 'articles.json'), rows())
  return { total, lessInMarkdown }
}

/** @returns whether the file says all that the article does */
function writeMarkdownFile(article: ExportedArticle, file: string, { folder, pictureName, now }: Context): boolean {
  const text = writeArticleFile(article, pictureName, now)
  writeFileSync(join(folder, file), text)
  return isWholeInMarkdown(text, article.row.body as ArticleBody, pictureName)
}

async function exportTables(folder: string): Promise<Record<string, number>> {
  const db = database()
  const { passwordHash: _, ...personColumns } = getTableColumns(people)
  const whole: Record<string, Iterable<unknown> | AsyncIterable<unknown>> = {
    people: await db.select(personColumns).from(people),
    authors: await db.select().from(authors),
    sections: await db.select().from(sections).orderBy(asc(sections.position), asc(sections.id)),
    tags: await db.select().from(tags),
    settings: await db.select().from(settings),
    imports: await db.select().from(imports),
    fronts: await db.select().from(fronts),
    slots: await db.select().from(slots),
    corrections: pages(corrections),
    comments: pages(comments),
    revisions: pages(revisions),
    audit: pages(audit),
  }
  const counts: Record<string, number> = {}
  for (const [name, rows] of Object.entries(whole))
    counts[name] = await writeJsonArray(join(folder, `${name}.json`), rows)
  return counts
}

/** Every address that leads to another: those of the site, and where articles were before. */
async function exportRedirects(folder: string): Promise<number> {
  const moved = await database()
    .select({ old: oldSlugs.slug, slug: articles.slug, section: sections.slug, createdAt: oldSlugs.retiredAt })
    .from(oldSlugs)
    .innerJoin(articles, eq(articles.id, oldSlugs.articleId))
    .innerJoin(sections, eq(sections.id, articles.sectionId))
  const rows = [
    ...(await database().select().from(redirects)),
    ...moved.map(({ old, slug, section, createdAt }) => ({
      path: `/${section}/${old}`,
      target: `/${section}/${slug}`,
      status: 308,
      createdAt,
    })),
  ]
  writeCsv(join(folder, 'redirects.csv'), ['path', 'target', 'status'], rows)
  return writeJsonArray(join(folder, 'redirects.json'), rows)
}

type Numbered = typeof articles | typeof comments | typeof revisions | typeof corrections | typeof audit

/** A table's rows by number, some hundreds at a time. */
async function* pages<Table extends Numbered>(table: Table): AsyncGenerator<Table['$inferSelect']> {
  for (let last = 0; ; ) {
    const rows = (await database()
      .select()
      .from(table as typeof articles)
      .where(gt(table.id, last) as SQL)
      .orderBy(asc(table.id))
      .limit(500)) as Table['$inferSelect'][]
    yield* rows
    const end = rows.at(-1)
    if (!end) return
    last = end.id
  }
}
