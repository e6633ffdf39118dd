import { paths } from '../paths'
import type { Sent } from '../people/form-response'
import { postComment } from './comment-commands'
import { readBody, readId } from './comment-input'
import { countDeed } from './comment-limits'
import { addressOf } from './comment-place'
import { answerComment, draftSecretOf, siteUrl } from './comment-post'
import { CommentRefused } from './comment-refused'
import { DRAFT_COOKIE, draftCookie, dropDraft, keepDraft } from './draft-commands'
import { mayBeAsked } from './second-look'

/** The longest text that waits for somebody to sign in: more can be no comment. */
const LONGEST_KEPT = 5000

/** Posts a comment or a reply; without a session the text waits until its author has signed in. */
export function answerPost(request: Request): Promise<Response> {
  const form = {
    deed: 'post' as const,
    page: (sent: Sent) => paths.writeComment(readId(sent.text('article')) ?? 0, readId(sent.text('parent'))),
    keep: ['body'],
    signIn: (sent: Sent, network: string) => keepForLater(sent, network),
  }
  return answerComment(request, form, async ({ viewer, sent }) => {
    const articleId = readId(sent.text('article'))
    if (articleId === null) throw new CommentRefused(422, 'Say which article the comment is about.')
    const parentId = sent.text('parent') === '' ? null : readId(sent.text('parent'))
    if (parentId === null && sent.text('parent') !== '') throw new CommentRefused(422, 'There is no such comment.')
    const body = readBody(sent.text('body'))
    const done = await postComment(viewer, { articleId, parentId, body, asks: mayBeAsked(viewer, sent) })
    const secret = draftSecretOf(request, DRAFT_COOKIE)
    if (secret) await dropDraft(secret)
    const cookies = secret ? [draftCookie('', siteUrl())] : []
    return { id: done.id, state: done.state, location: await addressOf(done), cookies }
  })
}

async function keepForLater(sent: Sent, network: string): Promise<{ back: string; cookies?: string[] }> {
  countDeed('draft', null, network)
  const articleId = readId(sent.text('article')) ?? 0
  const body = sent
    .text('body')
    .slice(0, LONGEST_KEPT)
    .replaceAll(/\p{Surrogate}/gu, '')
  const secret = await keepDraft({ articleId, parentId: readId(sent.text('parent')), body })
  if (secret === null) throw new CommentRefused(409, 'The article is no longer there.')
  return { back: paths.keptComment(), cookies: [draftCookie(secret, siteUrl())] }
}
