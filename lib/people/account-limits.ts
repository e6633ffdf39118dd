import { processWide } from '../process-wide'
import { isThisMachine } from '../serving/client-network'
import { type Allowance, Limit } from '../serving/limits'

/** What is limited, each by itself: who cannot get in by password any more can still have a code sent. */
export type Door = 'password' | 'send-code' | 'enter-code' | 'sign-up' | 'reset' | 'choose' | 'change' | 'portrait'

const perHour = (burst: number, hourly = burst): Allowance => ({ burst, perSecond: hourly / 3600 })

/** How much may be tried for one account, and from one network. */
const ALLOWANCES: Record<Door, { account: Allowance; network: Allowance }> = {
  password: { account: perHour(10, 40), network: perHour(30, 120) },
  'send-code': { account: perHour(5, 10), network: perHour(20, 60) },
  'enter-code': { account: perHour(15, 20), network: perHour(30, 120) },
  'sign-up': { account: perHour(5, 10), network: perHour(15, 30) },
  reset: { account: perHour(3, 6), network: perHour(15, 30) },
  choose: { account: perHour(10, 20), network: perHour(30, 120) },
  portrait: { account: perHour(10, 20), network: perHour(30, 60) },
  change: { account: perHour(10, 40), network: perHour(30, 120) },
}

/** Where nothing is known but that it came through this machine, many people may stand behind it. */
const BEHIND_THIS_MACHINE = 20

type Limits = Record<Door, { account: Limit; network: Limit }>

const limits = processWide('account-limits', () => {
  const made = Object.entries(ALLOWANCES).map(([door, { account, network }]) => {
    return [door, { account: new Limit(account), network: new Limit(network) }]
  })
  return Object.fromEntries(made) as Limits
})

/**
 * Counts an attempt, whoever the account belongs to and whether there is one.
 *
 * @param account a mailbox, or a person's id
 * @returns 0, or the seconds to wait
 */
export function countAttempt(door: Door, account: string, network: string): number {
  const { account: byAccount, network: byNetwork } = limits[door]
  const now = performance.now()
  const here = byNetwork.take(network, now, isThisMachine(network) ? BEHIND_THIS_MACHINE : 1)
  // An attempt that the network may not make does not use up what the account's owner has.
  return here > 0 ? here : byAccount.take(sameInbox(account), now)
}

const services = processWide('service-limit', () => new Limit(perHour(40, 160)))

/**
 * Counts a step of signing in with another service: each asks that service something, in this newsroom's name. Whose
 * account it is about is not known yet.
 *
 * @returns 0, or the seconds to wait
 */
export function countServiceAttempt(network: string): number {
  return services.take(network, performance.now(), isThisMachine(network) ? BEHIND_THIS_MACHINE : 1)
}

/** Many mail hosts deliver all of these to one inbox, so that they are one for counting: a.b+c@ and ab@. */
function sameInbox(mailbox: string): string {
  const at = mailbox.lastIndexOf('@')
  if (at < 0) return mailbox
  const local = (mailbox.slice(0, at).split('+', 1)[0] as string).replaceAll('.', '')
  return `${local}${mailbox.slice(at)}`
}

/** How long to wait, as a person says it. */
export function waitInWords(seconds: number): string {
  if (seconds < 90) return `${seconds} ${seconds === 1 ? 'second' : 'seconds'}`
  const minutes = Math.ceil(seconds / 60)
  if (minutes < 90) return `${minutes} minutes`
  return `${Math.ceil(minutes / 60)} hours`
}
