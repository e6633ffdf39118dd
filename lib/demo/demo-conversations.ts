import { readFile } from 'node:fs/promises'
import { eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { articles } from '@/db/schema/articles'
import { commentLikes, comments, conversations } from '@/db/schema/comments'
import { people } from '@/db/schema/people'
import type { CommentState } from '../comments/comment'
import { placeNew } from '../comments/comment-state'
import { write } from '../write'

type DemoComment = {
  by: string
  /** What stands beside the name of whoever writes for the paper; they have no account. */
  badge?: string
  /** Minutes after the article. */
  after: number
  edited?: number
  likes?: number
  picked?: boolean
  state?: CommentState
  reason?: string
  text: string
  replies?: DemoComment[]
}

type DemoConversation = { article: string; question?: string; comments: DemoComment[] }
type Demo = { readers: string[]; conversations: DemoConversation[] }
type Place = { articleId: number; publishedAt: Date; parentId: number | null }

const MINUTE = 60_000

/**
 * Has made-up readers talk about the demo newsroom's articles. An article that is talked about already is left alone.
 *
 * @param file `db/seed/conversations.json`
 */
export async function loadDemoConversations(file: string): Promise<void> {
  const demo = JSON.parse(await readFile(file, 'utf8')) as Demo
  const readers = await write((tx) => addReaders(tx, demo.readers))
  for (const conversation of demo.conversations) await write((tx) => hold(tx, conversation, readers))
}

/** Nobody can sign in as one of them: they have no password, and their mailboxes are nowhere (RFC 2606). */
async function addReaders(tx: Transaction, names: string[]): Promise<Map<string, number>> {
  const ids = new Map<string, number>()
  for (const name of names) {
    const mailbox = `${name
      .toLowerCase()
      .replaceAll(/[^a-z]+/g, '-')
      .replace(/-$/, '')}@readers.example`
    const values = { name, email: mailbox, mailbox, role: 'reader' as const, verifiedAt: new Date() }
    await tx.insert(people).values(values).onConflictDoNothing()
    const [row] = await tx.select({ id: people.id }).from(people).where(eq(people.mailbox, mailbox))
    ids.set(name, (row as { id: number }).id)
  }
  return ids
}

async function hold(
  tx: Transaction,
  { article: slug, question = '', comments: said }: DemoConversation,
  readers: Map<string, number>,
) {
  const [article] = await tx.select().from(articles).where(eq(articles.slug, slug))
  if (!article?.publishedAt) throw new Error(`The demo newsroom has no article ${slug} to talk about.`)
  const [known] = await tx.select({ id: comments.id }).from(comments).where(eq(comments.articleId, article.id)).limit(1)
  if (known) return
  await tx.insert(conversations).values({ articleId: article.id, question }).onConflictDoNothing()
  for (const comment of said) {
    await add(tx, comment, { articleId: article.id, publishedAt: article.publishedAt, parentId: null }, readers)
  }
}

async function add(tx: Transaction, comment: DemoComment, place: Place, readers: Map<string, number>): Promise<void> {
  const { articleId, publishedAt, parentId } = place
  const { by, badge = '', after, edited, likes = 0, picked = false, state = 'approved', reason, text } = comment
  const createdAt = new Date(publishedAt.getTime() + after * MINUTE)
  const [row] = await tx
    .insert(comments)
    .values({
      ...{ articleId, parentId, threadId: parentId, depth: parentId === null ? 0 : 1 },
      ...{ personId: readers.get(by) ?? null, signature: by, badge, body: text, state, likes, createdAt },
      editedAt: edited === undefined ? null : new Date(publishedAt.getTime() + edited * MINUTE),
      pickedAt: picked ? new Date(createdAt.getTime() + 5 * MINUTE) : null,
      approvedAt: state === 'approved' ? createdAt : null,
      decidedAt: state === 'rejected' ? createdAt : null,
      decidedReason: reason ?? null,
    })
    .returning({ id: comments.id })
  const { id } = row as { id: number }
  const likers = [...readers].filter(([name]) => name !== by).slice(0, likes)
  for (const [, personId] of likers) await tx.insert(commentLikes).values({ commentId: id, personId })
  await placeNew(tx, id)
  for (const reply of comment.replies ?? []) await add(tx, reply, { ...place, parentId: id }, readers)
}
