import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { type Database, database, type Transaction } from '@/db/client'
import { articles, corrections, sections } from '@/db/schema/articles'
import { imports } from '@/db/schema/site'
import { insertArticle } from '../articles/article-commands'
import { type ArticleInput, articleInputSchema } from '../articles/article-input'
import { mayPublish } from '../articles/article-policy'
import { moveInside } from '../articles/article-steps'
import { passGate } from '../articles/publish-gate'
import { slugFrom } from '../articles/slug'
import { zonedToDate } from '../dates'
import { Refused, type Viewer } from '../people/viewer'
import { getSite } from '../site/site-queries'
import { headlineTags } from '../tags/headline-tags'
import { changed, write } from '../write'
import { parseArticleFile } from './article-file'
import { decodeFile } from './clean-text'
import {
  FileRefused,
  type LocalMoment,
  type ParsedArticle,
  type PictureReference,
  type Problem,
} from './parsed-article'
import { withPictures } from './pictures'

/** A file to import: its name, its bytes, and how to come by a picture that it names. */
export type ImportFile = {
  name: string
  bytes: Uint8Array
  /** @returns the picture's id, or why it cannot be had */
  findPicture?: (reference: PictureReference) => Promise<number | { refused: string }>
}

export type ImportOptions = {
  /** The section of files that name none. */
  section?: string
  /** By how many milliseconds every date is moved; for newsrooms that are always of today. */
  shift?: number
}

export type ImportReport = { file: string; problems: Problem[] } & (
  | { outcome: 'imported'; address: string; state: 'published' | 'draft' }
  | { outcome: 'unchanged'; address: string }
  | { outcome: 'kept'; address: string }
  | { outcome: 'refused'; line: number | null; reason: string }
)

/**
 * Takes article files in, each as one transaction. A file that was taken in before changes nothing; where it says
 * something else now, what the newsroom has is kept and the report says so.
 *
 * @returns a report for each file, in order
 * @throws {Refused} when the viewer may not publish
 */
export async function importFiles(
  viewer: Viewer,
  files: ImportFile[],
  options: ImportOptions = {},
): Promise<ImportReport[]> {
  if (!mayPublish(viewer)) throw new Refused(viewer, 'import articles')
  const reports: ImportReport[] = []
  for (let at = 0; at < files.length; at += TOGETHER)
    reports.push(...(await takeTogether(viewer, files.slice(at, at + TOGETHER), options)))
  return reports
}

/** Transactions that wait together reach the disk together, which takes longer than an article itself. */
const TOGETHER = 32

/**
 * Takes files in together; those that something went wrong with which is no fault of theirs once more, each by itself. What
 * fails again is told of and the others stay, unless everything failed: then it is no single file's matter.
 */
async function takeTogether(viewer: Viewer, files: ImportFile[], options: ImportOptions): Promise<ImportReport[]> {
  const readied: Promise<() => Promise<ImportReport>>[] = []
  for (const file of files) {
    const one = ready(viewer, file, options)
    readied.push(one)
    await one.catch(() => null)
  }
  const tried = await Promise.allSettled(readied.map((one) => one.then((take) => take())))
  const reports: ImportReport[] = []
  let failed: unknown
  let failures = 0
  for (const [index, attempt] of tried.entries()) {
    const file = files[index] as ImportFile
    try {
      reports.push(attempt.status === 'fulfilled' ? attempt.value : await (await ready(viewer, file, options))())
    } catch (error) {
      ;[failed, failures] = [error, failures + 1]
      reports.push(notTaken(file.name, error))
    }
  }
  if (failures === files.length && files.length > 0) throw failed
  return reports
}

function notTaken(file: string, error: unknown): ImportReport {
  const reason = `It could not be taken in: ${error instanceof Error ? error.message : String(error)}`
  return { file, problems: [], outcome: 'refused', line: null, reason }
}

/** Reads a file, with its pictures. @returns what takes it in */
async function ready(viewer: Viewer, file: ImportFile, options: ImportOptions): Promise<() => Promise<ImportReport>> {
  const refused = refusing(file.name)
  try {
    const parsed = parseArticleFile(file.name, decodeFile(file.bytes))
    const digest = createHash('sha256').update(file.bytes).digest('hex')
    const known = await findImport(database(), identityOf(parsed))
    if (known) return async () => alreadyHere(file.name, known, digest)
    const input = await toInput(parsed, file, options)
    const shift = options.shift ?? 0
    return () => write((tx) => keep(tx, viewer, file.name, parsed, input, { digest, shift })).catch(refused)
  } catch (error) {
    const report = refused(error)
    return async () => report
  }
}

function alreadyHere(file: string, known: Known, digest: string): ImportReport {
  return { file, problems: [], outcome: known.digest === digest ? 'unchanged' : 'kept', address: known.address }
}

/** Says why a file is not taken in. @throws whatever is no fault of the file's */
function refusing(name: string): (error: unknown) => ImportReport {
  return (error) => {
    if (error instanceof FileRefused) {
      return { file: name, problems: [], outcome: 'refused', line: error.line, reason: error.message }
    }
    throw error
  }
}

/** An old article is as it was; what it lacks is on record and holds it up when it is next changed. */
const IMPORTED = 'It was imported.'

async function keep(
  tx: Transaction,
  viewer: Viewer,
  file: string,
  parsed: ParsedArticle,
  input: ArticleInput,
  { digest, shift }: { digest: string; shift: number },
): Promise<ImportReport> {
  // The same article may stand in two files that are taken in together.
  const twin = await findImport(tx, identityOf(parsed))
  if (twin) return alreadyHere(file, twin, digest)
  const { zone } = await getSite()
  const published = toDate(parsed.published, zone, shift)
  const { id, slug } = await insertArticle(tx, viewer, input)
  if (published) {
    const isToCome = published > new Date()
    await moveInside(tx, viewer, id, isToCome ? 'schedule' : 'publish', async (_, row) => ({
      ...{ state: isToCome ? 'scheduled' : 'published', publishedAt: published },
      ...(await passGate(tx, viewer, row, input, { at: published, reason: viewer.personId === null ? '' : IMPORTED })),
    }))
    await tx
      .update(articles)
      .set({ updatedAt: toDate(parsed.updated, zone, shift) })
      .where(eq(articles.id, id))
  }
  for (const { kind, at, text } of parsed.corrections) {
    const publishedAt = toDate(at, zone, shift) ?? new Date()
    await tx.insert(corrections).values({ articleId: id, kind, text, publishedAt, personId: viewer.personId })
  }
  await tx.insert(imports).values({ identity: identityOf(parsed), articleId: id, digest })
  changed(`article:${id}`)
  const address = `/${input.section}/${slug}`
  return { file, problems: parsed.problems, outcome: 'imported', address, state: published ? 'published' : 'draft' }
}

/** Two files are the same article when they bear the same headline and date. */
function identityOf({ headline, published }: ParsedArticle): string {
  return `${slugFrom(headline)} ${published?.local ?? 'undated'} ${published?.offset ?? ''}`.trim()
}

type Known = { digest: string; address: string }

async function findImport(source: Database | Transaction, identity: string): Promise<Known | null> {
  const [row] = await source
    .select({ digest: imports.digest, slug: articles.slug, section: sections.slug })
    .from(imports)
    .innerJoin(articles, eq(articles.id, imports.articleId))
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .where(eq(imports.identity, identity))
  return row ? { digest: row.digest, address: `/${row.section}/${row.slug}` } : null
}

async function toInput(parsed: ParsedArticle, file: ImportFile, options: ImportOptions): Promise<ArticleInput> {
  const site = await getSite()
  const { body, leadImage } = await withPictures(parsed, file.findPicture)
  const language = parsed.language ?? site.language
  const draft = {
    ...parsed,
    slug: slugOf(parsed),
    section: await sectionFor(parsed, options.section),
    standfirst: parsed.standfirst ?? firstParagraph(parsed),
    language,
    direction: parsed.direction ?? directionOf(language),
    tags: parsed.tags.length > 0 ? parsed.tags : headlineTags(parsed.headline, language),
    body,
    leadImage,
  }
  const checked = articleInputSchema.safeParse(draft)
  if (checked.success) return checked.data
  const [issue] = checked.error.issues
  throw new FileRefused(null, `${issue?.path.join('.') ?? 'The article'}: ${issue?.message ?? 'cannot be read'}`)
}

const LONGEST_SLUG = 100

/** The file's own name for its address, cut where it is longer than an address takes; null when it has none. */
function slugOf({ slug, problems }: ParsedArticle): string | null {
  if (!slug || slug.length <= LONGEST_SLUG) return slug
  const cut = slugFrom(slug)
  problems.push({ line: null, reason: `The slug was cut to “${cut}”: it is longer than ${LONGEST_SLUG} characters.` })
  return cut
}

/** The section that the file names if there is one, else the one that the import was given, else the newsroom's first. */
async function sectionFor(parsed: ParsedArticle, wished: string | undefined): Promise<string> {
  const rows = await database().select({ slug: sections.slug }).from(sections).orderBy(sections.position, sections.id)
  const slugs = rows.map(({ slug }) => slug)
  const own = parsed.section && slugFrom(parsed.section)
  if (own && slugs.includes(own)) return own
  if (own) parsed.problems.push({ line: null, reason: `There is no section “${parsed.section}”.` })
  const fallback = wished ?? slugs[0]
  if (fallback && slugs.includes(fallback)) return fallback
  throw new FileRefused(null, wished ? `There is no section “${wished}”.` : 'The newsroom has no section yet.')
}

function firstParagraph({ body }: ParsedArticle): string {
  const first = body.content.find((block) => block.type === 'paragraph')
  const text = first?.content?.map((node) => (node.type === 'text' ? node.text : ' ')).join('') ?? ''
  return text.length <= 2000 ? text : ''
}

function toDate(moment: LocalMoment | null, zone: string, shift: number): Date | null {
  if (!moment) return null
  const date = moment.offset ? new Date(`${moment.local}${moment.offset}`) : zonedToDate(moment.local, zone)
  return date && new Date(date.getTime() + shift)
}

const RIGHT_TO_LEFT = /^(?:ar|arc|ckb|dv|fa|he|ks|ps|sd|syr|ug|ur|yi)\b/

function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.test(language) ? 'rtl' : 'ltr'
}
