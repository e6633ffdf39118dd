import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hideComment } from '../moderation/hide-command'
import { type FreshDatabase, openFreshDatabase } from '../operating/fresh-database'
import { Refused, type Role, type Viewer } from '../people/viewer'
import { deleteComment, editComment, postComment } from './comment-commands'
import { CommentRefused } from './comment-refused'
import { askQuestion, pickComment } from './moderator-commands'
import { appeal, likeComment, muteAuthor, reportComment } from './response-commands'
import { addPerson, publishArticle, say } from './test-conversation'

type Deed = (viewer: Viewer, id: number, articleId: number) => Promise<unknown>

/** What can be done about somebody else's comment. */
const DEEDS: Record<string, Deed> = {
  reply: (viewer, parentId, articleId) => postComment(viewer, { articleId, parentId, body: `By ${viewer.name}` }),
  like: (viewer, id) => likeComment(viewer, { id, isOn: true }),
  report: (viewer, id) => reportComment(viewer, { id, reason: 'spam', details: '', isIllegal: false }),
  mute: (viewer, id) => muteAuthor(viewer, { id, isOn: true }),
  edit: (viewer, id) => editComment(viewer, { id, body: 'Mine now', revision: null }),
  delete: (viewer, id) => deleteComment(viewer, id),
  appeal: (viewer, id) => appeal(viewer, { id, text: 'For them' }),
  pick: (viewer, id) => pickComment(viewer, { id, isOn: true }),
  hide: (viewer, id) => hideComment(viewer, { id, isOn: true, reason: 'Off topic' }),
  ask: (viewer, _, articleId) => askQuestion(viewer, articleId, 'And you?'),
}

const READERS = ['reply', 'like', 'report', 'mute']
const MODERATORS = [...READERS, 'pick', 'hide', 'ask']
/** Everything that is not in it is refused. */
const MAY: Record<Role, string[]> = {
  reader: READERS,
  commenter: READERS,
  author: READERS,
  moderator: MODERATORS,
  editor: MODERATORS,
  admin: MODERATORS,
}

let fresh: FreshDatabase
beforeEach(() => {
  fresh = openFreshDatabase()
})
afterEach(() => fresh.close())

describe.each(Object.entries(MAY))('a %s', (role, allowed) => {
  it.each(Object.keys(DEEDS))('is answered rightly for: %s', async (name) => {
    const articleId = await publishArticle()
    const id = await say(await addPerson('Other'), articleId, 'Words')
    const attempt = (DEEDS[name] as Deed)(await addPerson('Viewer', role as Role), id, articleId)
    if (allowed.includes(name)) await attempt
    else await expect(attempt).rejects.toSatisfy((error) => error instanceof CommentRefused || error instanceof Refused)
  })
})

it.each(['pick', 'hide', 'ask'])('a moderator of other sections may not: %s', async (name) => {
  const articleId = await publishArticle()
  const id = await say(await addPerson('Other'), articleId, 'Words')
  const mo = { ...(await addPerson('Mo', 'moderator')), sections: [999] } as Viewer
  await expect((DEEDS[name] as Deed)(mo, id, articleId)).rejects.toThrow(Refused)
})
