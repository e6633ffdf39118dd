import type { MailTemplate } from '../mail/mail'
import { paths } from '../paths'
import { KIND_NAMES, type Notification, type NotificationKind } from './notification'
import { type UnsubscribeScope, unsubscribeToken } from './unsubscribe'

/** How many are listed in one mail; the rest stands on the site. */
const LISTED = 20

const ACTIONS: Record<NotificationKind, string> = {
  reply: 'Read the answer',
  pick: 'See your comment',
  decision: 'See your comment',
  'followed-thread': 'Read the comment',
  'followed-topic': 'Read the article',
}

/** The mail that tells a person of one thing or of several. */
export function notificationMail(personId: number, told: Notification[]): MailTemplate {
  const [first] = told as [Notification]
  const scope = told.every(({ kind }) => kind === first.kind) ? first.kind : 'all'
  const shown = told.slice(0, LISTED)
  return {
    subject: told.length === 1 ? subjectOf(first) : `${told.length} new notifications`,
    paragraphs: told.length > shown.length ? [`Here are the first ${LISTED} of ${told.length}.`] : [],
    entries: shown.map(({ words, headline, address, excerpt }) => ({
      ...{ note: words, title: headline || words, address },
      ...(excerpt && { text: excerpt }),
    })),
    action:
      told.length === 1
        ? { label: ACTIONS[first.kind], address: first.address }
        : { label: 'See all notifications', address: paths.notifications() },
    footer: footerOf(scope),
    unsubscribe: paths.unsubscribe(unsubscribeToken({ personId, scope })),
  }
}

function subjectOf({ kind, words, headline }: Notification): string {
  if (kind === 'followed-topic') return `${words}: ${headline}`
  return headline ? `${words} on “${headline}”` : words
}

function footerOf(scope: UnsubscribeScope): string {
  const why = scope === 'all' ? 'what you chose to be told of' : `“${KIND_NAMES[scope]}”`
  return `You get this because of ${why}. What is mailed, and when, is chosen on your notifications page.`
}
