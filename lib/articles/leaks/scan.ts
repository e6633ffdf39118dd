import type { LeakLine } from '@/db/schema/leak-scans'
import { eachAtOnce } from '../../at-once'
import type { Told } from './ask-outside'
import { BESIDE_THE_APPLICATION, type Secret, SURFACES, type Surface } from './public-surfaces'
import { findTraces, type Traces } from './traces'

/** How many addresses are asked for at once: as many as render at once. */
const AT_ONCE = 4

/** After how many milliseconds what is left is given up. */
const PATIENCE = 90_000

type Address = { address: string; isOwn: boolean }

/** Every public address at which an article might be, each once. @param secrets the article by each of its topics */
export function addressesToAsk(secrets: Secret[], fronts: string[]): Address[] {
  const surfaces: Surface[] = [...Object.values(SURFACES), BESIDE_THE_APPLICATION]
  const own = secrets.flatMap((secret) => surfaces.flatMap((surface) => surface.own?.(secret) ?? []))
  const others = secrets.flatMap((secret) =>
    surfaces.flatMap((surface) => [...(surface.around?.(secret) ?? []), ...(surface.about?.(secret) ?? [])]),
  )
  return [
    ...[...new Set(own)].map((address) => ({ address, isOwn: true })),
    ...[...new Set([...fronts, ...others])].map((address) => ({ address, isOwn: false })),
  ]
}

/**
 * Asks for every address and says what of the article stands there. An address of its own must not answer at all.
 *
 * @param ask as an outsider
 */
export async function scan(
  addresses: Address[],
  traces: Traces,
  ask: (address: string) => Promise<Told>,
  patience = PATIENCE,
): Promise<LeakLine[]> {
  const givesUpAt = Date.now() + patience
  return eachAtOnce(addresses, AT_ONCE, async (address) => {
    const told = Date.now() < givesUpAt ? await ask(address.address).catch(() => null) : null
    return lineOf(address, told, traces)
  })
}

function lineOf({ address, isOwn }: Address, told: Told | null, traces: Traces): LeakLine {
  if (!told || told.status >= 500 || told.status === 429)
    return { address, status: told?.status ?? 0, found: [], verdict: 'failed' }
  const found = findTraces(traces, address, `${told.headers}\n${told.body}`)
  if (isOwn && told.status < 400) found.unshift('its own address answers')
  return { address, status: told.status, found, verdict: found.length > 0 ? 'leak' : 'clean' }
}
