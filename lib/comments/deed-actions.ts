import { REPORT_REASONS } from '@/db/schema/comments'
import { hideComment } from '../moderation/hide-command'
import { paths } from '../paths'
import type { Sent } from '../people/form-response'
import type { ReportReason } from './comment'
import { deleteComment, editComment } from './comment-commands'
import { readBody, readId, readNote } from './comment-input'
import type { Deed } from './comment-limits'
import { addressOf, addressOnPage } from './comment-place'
import { answerComment, type CommentAnswer, type CommentPost } from './comment-post'
import { CommentRefused } from './comment-refused'
import { pickComment } from './moderator-commands'
import { appeal, followThread, likeComment, muteAuthor, reportComment } from './response-commands'
import { mayBeAsked } from './second-look'

type Action = {
  deed: Deed
  /** The page that shows the form again; without it the comment by itself. */
  page?: (id: number) => string
  keep?: string[]
  work: (id: number, post: CommentPost) => Promise<CommentAnswer>
}

/** What a form asks for with `on`: 1, 0, or the other of what is. */
const wanted = (id: number, sent: Sent) => ({ id, isOn: sent.text('on') === '' ? null : sent.text('on') === '1' })

/** What can be done about a comment, by the last part of its address. */
const ACTIONS: Record<string, Action> = {
  edit: {
    deed: 'edit',
    page: paths.changeComment,
    keep: ['body'],
    work: async (id, { viewer, sent }) => {
      const body = readBody(sent.text('body'))
      const revision = readId(sent.text('revision'))
      const done = await editComment(viewer, { id, body, revision, asks: mayBeAsked(viewer, sent) })
      return { id, state: done.state, location: await addressOf(done) }
    },
  },
  delete: {
    deed: 'edit',
    work: async (id, { viewer }) => {
      await deleteComment(viewer, id)
      return { id, location: paths.ownComments() }
    },
  },
  like: {
    deed: 'like',
    work: async (id, { viewer, sent }) => {
      const { likes, isOn, articleId } = await likeComment(viewer, wanted(id, sent))
      return { id, likes, isOn, location: await addressOnPage(articleId, id) }
    },
  },
  report: {
    deed: 'report',
    page: paths.reportComment,
    keep: ['reason', 'details', 'illegal'],
    work: async (id, { viewer, sent }) => {
      const reason = sent.text('reason')
      if (!isReason(reason)) throw new CommentRefused(422, 'Choose what is wrong with the comment.', 'reason')
      const details = readNote(sent.text('details'), 2000)
      const isIllegal = sent.text('illegal') === '1'
      if (isIllegal && details === '') {
        throw new CommentRefused(422, 'Say what is illegal about it, and where.', 'details')
      }
      await reportComment(viewer, { id, reason, details, isIllegal })
      return { id, location: `${paths.reportComment(id)}?done=1` }
    },
  },
  mute: {
    deed: 'other',
    work: async (id, { viewer, sent }) => {
      const { isOn, articleId, mutedId } = await muteAuthor(viewer, wanted(id, sent))
      return { id, isOn, mutedId, location: await addressOnPage(articleId, id) }
    },
  },
  follow: {
    deed: 'other',
    work: async (id, { viewer, sent }) => {
      const { isOn, articleId, threadId } = await followThread(viewer, wanted(id, sent))
      return { id, isOn, threadId, location: await addressOnPage(articleId, id) }
    },
  },
  appeal: {
    deed: 'report',
    page: paths.appealComment,
    keep: ['text'],
    work: async (id, { viewer, sent }) => {
      await appeal(viewer, { id, text: readNote(sent.text('text'), 2000) })
      return { id, location: paths.ownComments(id) }
    },
  },
  hide: {
    deed: 'other',
    page: paths.hideComment,
    keep: ['reason'],
    work: async (id, { viewer, sent }) => {
      const reason = readNote(sent.text('reason'), 300)
      const { isOn, articleId } = await hideComment(viewer, {
        ...{ ...wanted(id, sent), reason },
        revision: readId(sent.text('revision')),
      })
      return { id, isOn, location: await addressOnPage(articleId, id) }
    },
  },
  pick: {
    deed: 'other',
    work: async (id, { viewer, sent }) => {
      const { isOn, articleId } = await pickComment(viewer, wanted(id, sent))
      return { id, isOn, location: await addressOnPage(articleId, id) }
    },
  },
}

/** Answers a form about one comment; null when there is no such thing to do. */
export function answerDeed(request: Request, idInAddress: string, name: string): Promise<Response> | null {
  const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined
  const id = readId(idInAddress)
  if (!action || id === null) return null
  const page = () => (action.page ?? paths.oneComment)(id)
  const form = { deed: action.deed, page, keep: action.keep ?? [], signIn: async () => ({ back: page() }) }
  return answerComment(request, form, (post) => action.work(id, post))
}

function isReason(text: string): text is ReportReason {
  return (REPORT_REASONS as readonly string[]).includes(text)
}
