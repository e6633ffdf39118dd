import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ADMINS, EDITORS, KEEPERS, KEEPERS_HERE, type Known, type Rule, WRITERS } from './authorization-matrix'
import { routeOf } from './public-surfaces'

const MANIFEST = fileURLToPath(new URL('../.next/server/server-reference-manifest.json', import.meta.url))

type Deed = {
  may: Rule
  /** What its form sends when it is filled in rightly, so that nothing but the right is missing. */
  fields: (known: Known) => Record<string, string | number>
  /** Done by an admin it harms nobody; it is done once, to see that the fields are right. */
  isHarmless?: boolean
}

const soon = () => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
const reason = 'It broke the third rule.'
const words = { description: 'Tried on by a test.' }
const card = ({ article }: Known) => ({ front: 'home', container: 'news', article })

/** May warn, suspend and shut out commenters, which holds in every section. */
const RESTRAINERS = ['moderator', 'admin'] as const

/** The rules as a form sends them. */
const rules = {
  ...{ intent: 'save', banned: '', suspect: '', base: 'made-up', maximumLength: 5000, perMinute: 3, perHour: 30 },
  ...{ repeatHours: 24, firstComments: 1, bannedWords: 'reject', suspectWords: 'hold', maximumLinks: 2 },
  ...{ rejectedShare: 50, recordDays: 90, recordMinimum: 4, spamThreshold: 90, spamMinimum: 200 },
}

/**
 * Every action of the application, by the name of its function: each is an endpoint of its own, whoever was shown its form.
 * The test fails on one that has no line here.
 */
export const ACTIONS: Record<string, Deed> = {
  beginArticleAction: {
    may: WRITERS,
    fields: () => ({ headline: 'Begun by a test', section: 'news', language: 'en' }),
  },
  bulkAction: {
    may: EDITORS,
    fields: ({ article }) => ({ id: article, deed: 'want-legal' }),
    isHarmless: true,
  },
  leakScanAction: { may: EDITORS, fields: ({ article }) => ({ article }), isHarmless: true },
  lockAction: { may: EDITORS, fields: ({ article }) => ({ article, hold: 'no' }), isHarmless: true },
  fetchAgainAction: { may: EDITORS, fields: ({ article }) => ({ article }) },
  moveAction: { may: EDITORS, fields: ({ article }) => ({ article, base: 1, move: 'unpublish' }) },
  arrangeAction: {
    may: EDITORS,
    fields: ({ article }) => ({ article, legal: 'yes', legalWas: '' }),
    isHarmless: true,
  },
  addNoteAction: {
    may: EDITORS,
    fields: ({ article }) => ({ article, quote: '', body: 'Is it so?' }),
    isHarmless: true,
  },
  settleNoteAction: { may: EDITORS, fields: ({ article }) => ({ article, note: 1, do: 'resolve' }), isHarmless: true },
  previewLinkAction: { may: EDITORS, fields: ({ article }) => ({ article, days: 1, note: '' }), isHarmless: true },
  publishAction: { may: EDITORS, fields: ({ article }) => ({ article, base: 1, when: 'now', comments: 'open' }) },
  revisionAction: { may: EDITORS, fields: ({ article }) => ({ article, number: 1, do: 'keep' }), isHarmless: true },
  revokePreviewAction: { may: EDITORS, fields: ({ article }) => ({ article, link: 1 }), isHarmless: true },
  saveFormAction: { may: EDITORS, fields: ({ article }) => ({ article, baseRevision: 1, headline: 'Taken over' }) },

  backfillAction: { may: EDITORS, fields: () => ({ front: 'home', container: 'news', section: 'news', tag: '' }) },
  discardDraftAction: { may: EDITORS, fields: () => ({ front: 'home' }) },
  endBreakingNewsAction: { may: EDITORS, fields: () => ({}) },
  launchFrontAction: { may: EDITORS, fields: () => ({ front: 'home', revision: 1 }) },
  moveCardAction: { may: EDITORS, fields: (known) => ({ ...card(known), step: 'up' }) },
  moveCardToAction: { may: EDITORS, fields: (known) => ({ ...card(known), destination: 'lead:0' }) },
  overrideCardAction: {
    may: EDITORS,
    fields: (known) => ({ ...card(known), size: 'standard', headline: 'Taken over', picture: 'own' }),
  },
  placeStoryAction: { may: EDITORS, fields: card },
  removeCardAction: { may: EDITORS, fields: card },
  replaceCardAction: { may: EDITORS, fields: (known) => ({ ...card(known), replacement: known.article }) },
  restoreLaunchAction: { may: EDITORS, fields: () => ({ front: 'home', launch: 1 }) },
  startBreakingNewsAction: { may: EDITORS, fields: () => ({ text: 'A test breaks in', article: '', hours: 1 }) },

  deleteMediaAction: { may: EDITORS, fields: ({ picture }) => ({ id: picture }) },
  describeAction: {
    may: EDITORS,
    fields: ({ picture }) => ({ id: picture, alt: 'A test', across: 50, down: 50 }),
    isHarmless: true,
  },

  answerReportAction: {
    may: KEEPERS_HERE,
    fields: ({ report }) => ({ id: report, revision: 1, outcome: 'dismissed', answer: 'It quotes a court.' }),
    isHarmless: true,
  },
  askQuestionAction: {
    may: KEEPERS_HERE,
    fields: ({ article }) => ({ article, question: 'Is it lit?' }),
    isHarmless: true,
  },
  banCommenterAction: { may: RESTRAINERS, fields: ({ person }) => ({ id: person, reason }) },
  decideAction: {
    may: KEEPERS_HERE,
    fields: ({ comment }) => ({ commentId: comment, revision: 1, seen: 0, decision: 'reject', reason: 'spam' }),
  },
  decideManyAction: {
    may: KEEPERS_HERE,
    fields: ({ comment }) => ({ item: `${comment}.1.0`, decision: 'reject', reason: 'spam' }),
  },
  // The decision that is undone is made up: whoever may is told that there is none.
  pickAction: { may: KEEPERS_HERE, fields: ({ comment }) => ({ commentId: comment, on: 1 }) },
  takeOverAction: { may: KEEPERS_HERE, fields: ({ comment }) => ({ commentId: comment }), isHarmless: true },
  replyAction: {
    may: KEEPERS_HERE,
    fields: ({ comment }) => ({ commentId: comment, revision: 1, seen: 0, body: 'Thank you from the desk.' }),
  },
  undoAction: { may: KEEPERS_HERE, fields: () => ({ tab: 'approved', decision: 1 }) },
  holdCommenterAction: {
    may: RESTRAINERS,
    fields: ({ person }) => ({ id: person, reason, until: soon() }),
    isHarmless: true,
  },
  releaseCommenterAction: { may: RESTRAINERS, fields: ({ person }) => ({ id: person, reason }) },
  removeNoteAction: { may: RESTRAINERS, fields: ({ person }) => ({ id: person, note: 1 }) },
  writeNoteAction: {
    may: RESTRAINERS,
    fields: ({ person }) => ({ id: person, note: 'Noted by a test.', sectionId: '' }),
    isHarmless: true,
  },
  removePortraitAction: { may: RESTRAINERS, fields: ({ person }) => ({ id: person }), isHarmless: true },
  restoreCommenterAction: { may: RESTRAINERS, fields: ({ person }) => ({ id: person }), isHarmless: true },
  rulesAction: { may: KEEPERS, fields: () => ({ ...rules, intent: 'rehearse' }) },
  shutOutAction: { may: RESTRAINERS, fields: ({ person }) => ({ id: person, how: 'ban', reason }) },
  suspendCommenterAction: { may: RESTRAINERS, fields: ({ person }) => ({ id: person, reason, until: soon() }) },
  warnAction: { may: RESTRAINERS, fields: ({ person }) => ({ id: person, reason }), isHarmless: true },

  banAction: { may: ADMINS, fields: ({ person }) => ({ id: person, reason }) },
  giveRoleAction: { may: ADMINS, fields: ({ person }) => ({ id: person, role: 'commenter' }), isHarmless: true },
  inviteAction: {
    may: ADMINS,
    fields: ({ person }) => ({ email: `asked-${person}@cast.example`, role: 'author' }),
    isHarmless: true,
  },
  resetFactorsAction: { may: ADMINS, fields: ({ person }) => ({ id: person }), isHarmless: true },
  restoreAction: { may: ADMINS, fields: ({ person }) => ({ id: person }), isHarmless: true },
  revokeInvitationAction: { may: ADMINS, fields: () => ({ id: 999_999 }), isHarmless: true },
  signOutEverywhereAction: { may: ADMINS, fields: ({ person }) => ({ id: person }), isHarmless: true },
  suspendAction: { may: ADMINS, fields: ({ person }) => ({ id: person, reason, until: soon() }) },

  addRedirectAction: {
    may: EDITORS,
    fields: ({ person }) => ({ from: `/tried/on-${person}`, to: '/latest' }),
    isHarmless: true,
  },
  forgetMissingAction: { may: EDITORS, fields: () => ({ path: '/tried/on' }), isHarmless: true },
  mergeTagAction: { may: EDITORS, fields: ({ tag }) => ({ id: tag, into: 'weather' }) },
  removeRedirectAction: { may: EDITORS, fields: () => ({ path: '/tried/on' }), isHarmless: true },
  saveTagAction: {
    may: EDITORS,
    fields: ({ tag }) => ({ id: tag, name: `Tried ${tag}`, slug: `tried-${tag}`, ...words }),
    isHarmless: true,
  },

  removeAccentAction: { may: ADMINS, fields: () => ({}) },
  removeLogoAction: { may: ADMINS, fields: () => ({}) },
  saveAccentAction: { may: ADMINS, fields: () => ({ light: '#0b5563', dark: '#7fd1de' }) },
  saveCommentSettingsAction: {
    may: ADMINS,
    fields: () => ({ commentMode: 'closed', commentsCloseAfterDays: '1', commentRules: 'None.' }),
  },
  saveContactAction: { may: ADMINS, fields: () => ({ contact: 'taken@news.example' }) },
  saveMenuAction: { may: ADMINS, fields: () => ({ menu: 'Taken | /latest' }) },
  savePaperAction: {
    may: ADMINS,
    fields: () => ({ name: 'Taken over', tagline: '', ...words, zone: 'UTC', language: 'en' }),
  },
  saveSecurityAction: { may: ADMINS, fields: () => ({}) },
  saveSectionAction: {
    may: ADMINS,
    fields: () => ({ id: 0, name: 'Taken over', slug: 'taken-over', kind: 'news', ...words }),
  },
  shiftSectionAction: { may: ADMINS, fields: ({ section }) => ({ id: section, way: 'up' }) },
  testMailAction: { may: ADMINS, fields: () => ({ to: 'nobody@cast.example' }) },
}

/** An action of the build. */
export type Endpoint = {
  id: string
  name: string
  /** The route of a page that answers it. */
  route: string
  /** It is given the state of its form before the form itself. */
  takesState: boolean
}

/**
 * Every action that the build answers. One that is written within a page has no name that lasts: what it was bound to is
 * sealed, and only the page's own form can send it.
 */
export function actionsOfTheBuild(): Endpoint[] {
  const { node } = JSON.parse(readFileSync(MANIFEST, 'utf8')) as {
    node: Record<string, { workers: Record<string, unknown>; exportedName: string }>
  }
  return Object.entries(node).map(([id, { workers, exportedName }]) => ({
    ...{ id, name: exportedName, route: routeOf(dirname(Object.keys(workers)[0] ?? '').replace(/^app\/?/, '')) },
    // The first byte says which of its arguments an action uses (Next, “server-reference-info”).
    takesState: (Number.parseInt(id.slice(0, 2), 16) & 0b0010_0000) !== 0,
  }))
}

/** The same as the script of a page sends it, with the action named in a header: any page of the site takes it. */
export function callOf({ id, takesState }: Endpoint, fields: Record<string, string | number>): RequestInit {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(`1_${name}`, String(value))
  body.set('0', JSON.stringify(takesState ? [{ errors: {}, values: {} }, '$K1'] : ['$K1']))
  return { method: 'POST', headers: { 'next-action': id, accept: 'text/x-component' }, body }
}

/** The form of an action as a browser without scripts sends it, made by somebody who was never shown it. */
export function formOf({ id, takesState }: Endpoint, fields: Record<string, string | number>): FormData {
  const form = new FormData()
  if (takesState) {
    form.set('$ACTION_REF_1', '')
    form.set('$ACTION_1:0', JSON.stringify({ id, bound: '$@1' }))
    form.set('$ACTION_1:1', JSON.stringify([{ errors: {}, values: {} }]))
  } else form.set(`$ACTION_ID_${id}`, '')
  for (const [name, value] of Object.entries(fields)) form.set(name, String(value))
  return form
}
