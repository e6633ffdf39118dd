import type { IncomingMessage } from 'node:http'
import { isIP, isIPv4 } from 'node:net'

type Asked = Pick<IncomingMessage, 'headers' | 'socket'>

/**
 * The network that a request came from: an IPv4 address, or the 64 bits of an IPv6 address that one household or machine
 * is given whole (RFC 4291 §2.5.1). What a header says is believed from the proxies in front and no further: each writes
 * down whom it heard at the end of `X-Forwarded-For`, and everything before that is the stranger's own word.
 *
 * @param proxies how many proxies stand in front (`TRUST_PROXY`)
 */
export function networkOf({ headers, socket }: Asked, proxies: number): string {
  const heard = socket.remoteAddress ?? ''
  if (proxies === 0) return network(heard)
  const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',')
  const said = withoutPort(forwarded.at(-proxies)?.trim() ?? '')
  return network(isIP(said) ? said : heard)
}

/** Whether it is this machine: its own programs, or a proxy that nothing was said of, with everyone behind it. */
export function isThisMachine(name: string): boolean {
  return name.startsWith('127.') || name === '0:0:0:0' || name === ''
}

/** `192.0.2.1:4711`, `[2001:db8::1]:4711` and `[2001:db8::1]` are how some proxies write addresses. */
function withoutPort(address: string): string {
  return /^\[([^\]]+)\](?::\d+)?$/.exec(address)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(address)?.[1] ?? address
}

function network(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped || isIPv4(address)) return mapped ?? address
  const [head = '', tail] = (address.split('%', 1)[0] as string).split('::')
  const front = head.split(':').filter(Boolean)
  const back = (tail ?? '').split(':').filter(Boolean)
  const zeros = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0')
  return [...front, ...zeros, ...back]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
