import { join } from 'node:path'
import { closeDatabase, openDatabase, unsafeReadingConnection } from '@/db/client'
import { createArticle, rewriteArticle } from '@/lib/articles/article-commands'
import { type ArticleDraft, articleInputSchema } from '@/lib/articles/article-input'
import { findRow } from '@/lib/articles/article-record'
import { correct, embargo, kill, publish, schedule, unpublish } from '@/lib/articles/publishing-commands'
import { deskText, keepText } from '@/lib/articles/working-copy'
import { unsafeOperator } from '@/lib/people/viewer'
import { rankMostRead } from '@/lib/reading/most-read-commands'
import { recordViews } from '@/lib/reading/view-commands'
import { write } from '@/lib/write'

export type Newsroom = ReturnType<typeof openNewsroom>

let articles = 0

/** The newsroom's verbs, as the operator's tool has them: beside a running server, on the same file. */
export function openNewsroom(dataDir: string) {
  openDatabase(join(dataDir, 'portal.db'))
  const viewer = unsafeOperator()
  return {
    /** Writes a draft; what is not said is made up, each time anew. */
    async writeArticle(
      draft: Partial<ArticleDraft> = {},
    ): Promise<{ id: number; slug: string; headline: string; address: string }> {
      articles += 1
      const headline = draft.headline ?? `Lantern ${process.pid} ${articles} is lit`
      const text = {
        type: 'paragraph' as const,
        content: [{ type: 'text' as const, text: `The text of ${headline}.` }],
      }
      const section = draft.section ?? 'news'
      const whole = { section, language: 'en', body: { type: 'doc' as const, content: [text] }, ...draft, headline }
      const { id, slug } = await createArticle(viewer, whole)
      return { id, slug, headline, address: `/${section}/${slug}` }
    },
    async publishArticle(draft: Partial<ArticleDraft> = {}, at?: Date) {
      const article = await this.writeArticle(draft)
      await publish(viewer, article.id, { at })
      return article
    },
    rewrite: (id: number, draft: ArticleDraft) => rewriteArticle(viewer, id, draft),
    publish: (id: number, at?: Date) => publish(viewer, id, { at }),
    /** Saves what the desk has of an article; readers of a live one see nothing of it yet. */
    edit: (id: number, draft: Partial<ArticleDraft>) =>
      write(async (tx) => {
        const row = await findRow(tx, id)
        const { text } = await deskText(tx, row)
        await keepText(tx, viewer, row, articleInputSchema.parse({ ...text, ...draft }), 'saved')
      }),
    /** Puts what the desk has before the readers of a live article. */
    publishChange: (id: number, kind: 'minor' | 'update' | 'clarification' | 'correction' = 'minor', note = '') =>
      publish(viewer, id, { change: { kind, note } }),
    schedule: (id: number, at: Date) => schedule(viewer, id, at),
    embargo: (id: number, until: Date | null) => embargo(viewer, id, until),
    unpublish: (id: number) => unpublish(viewer, id),
    kill: (id: number, notice: string) => kill(viewer, id, notice),
    correct: (id: number, text: string) => correct(viewer, id, { kind: 'correction', text }),
    /** As many readers, now, as are said. */
    readBy: (id: number, readers: number) => recordViews(new Map([[id, readers]])),
    rankMostRead: () => rankMostRead(),
    /** How many readers of an article were counted. */
    readersOf(id: number): number {
      const statement = unsafeReadingConnection().prepare('select sum(count) from views where article_id = ?')
      return (statement.pluck().get(id) as number | null) ?? 0
    },
    /** The revisions of an article, oldest first, with what each was saved for. */
    revisionsOf(id: number): { number: number; reason: string }[] {
      const rows = unsafeReadingConnection().prepare(
        'select number, reason from revisions where article_id = ? order by number',
      )
      return rows.all(id) as { number: number; reason: string }[]
    },
    /** Everything that the latest revision of an article says, as it is kept. */
    latestOf(id: number): string {
      const statement = unsafeReadingConnection().prepare(
        'select content from revisions where article_id = ? order by number desc limit 1',
      )
      return String(statement.pluck().get(id))
    },
    /** Everything that any revision of an article says. */
    allOf(id: number): string {
      const statement = unsafeReadingConnection().prepare('select content from revisions where article_id = ?')
      return statement.pluck().all(id).join('\n')
    },
    /** The id of the article with this slug. */
    idOf(slug: string): number {
      return unsafeReadingConnection().prepare('select id from articles where slug = ?').pluck().get(slug) as number
    },
    close: closeDatabase,
  }
}
