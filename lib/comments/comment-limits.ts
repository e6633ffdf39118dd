import { processWide } from '../process-wide'
import { isThisMachine } from '../serving/client-network'
import { type Allowance, Limit } from '../serving/limits'
import { refuseTooMany } from './comment-refused'

/** What is limited in a conversation, each by itself. */
export type Deed = 'post' | 'edit' | 'like' | 'report' | 'draft' | 'other'

/** How much one account and one network may do. */
const ALLOWANCES: Record<Deed, { account: Allowance; network: Allowance; words: string }> = {
  post: {
    account: { burst: 8, perSecond: 1 / 15 },
    network: { burst: 60, perSecond: 1 },
    words: 'That is a lot of comments in a short time.',
  },
  edit: {
    account: { burst: 20, perSecond: 1 / 6 },
    network: { burst: 120, perSecond: 2 },
    words: 'That is a lot of changes in a short time.',
  },
  like: {
    account: { burst: 60, perSecond: 1 },
    network: { burst: 300, perSecond: 5 },
    words: 'That is a lot of recommendations in a short time.',
  },
  report: {
    account: { burst: 10, perSecond: 1 / 60 },
    network: { burst: 40, perSecond: 1 / 10 },
    words: 'That is a lot of reports in a short time.',
  },
  draft: {
    account: { burst: 10, perSecond: 1 / 60 },
    network: { burst: 20, perSecond: 1 / 30 },
    words: 'Many comments came from your network without anybody being signed in. Sign in first.',
  },
  other: {
    account: { burst: 60, perSecond: 1 },
    network: { burst: 300, perSecond: 5 },
    words: 'That is a lot in a short time.',
  },
}

/** Where nothing is known but that it came through this machine, a whole readership may stand behind it. */
const BEHIND_THIS_MACHINE = 1000

const limits = processWide('comment-limits', () => {
  const made = Object.entries(ALLOWANCES).map(([deed, { account, network }]) => {
    return [deed, { account: new Limit(account), network: new Limit(network) }]
  })
  return Object.fromEntries(made) as Record<Deed, { account: Limit; network: Limit }>
})

/**
 * Counts what somebody does in conversations.
 *
 * @param personId null for somebody who is not signed in
 * @throws {CommentRefused} when it is too much, with how long to wait
 */
export function countDeed(deed: Deed, personId: number | null, network: string): void {
  const { account, network: byNetwork } = limits[deed]
  const now = performance.now()
  const { words } = ALLOWANCES[deed]
  refuseTooMany(byNetwork.take(network, now, isThisMachine(network) ? BEHIND_THIS_MACHINE : 1), words)
  if (personId !== null) refuseTooMany(account.take(String(personId), now), words)
}
