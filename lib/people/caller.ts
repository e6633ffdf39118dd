import { keyedHash } from './keyed-hash'

/** The header in which the server says which network a request came from; a stranger's own is taken away first. */
export const NETWORK_HEADER = 'x-client-network'

/** Where a request came from, as far as it matters to accounts. */
export type Caller = {
  /** An address or the first half of one; for limits, never kept. */
  network: string
  networkHash: string
  /** Such as `Firefox on Android`. */
  device: string
}

/** Reads where a request came from, from headers that the server has put in order. */
export function callerOf(headers: Headers): Caller {
  const network = headers.get(NETWORK_HEADER) ?? ''
  return { network, networkHash: keyedHash('network', network), device: deviceOf(headers.get('user-agent') ?? '') }
}

const BROWSERS: [RegExp, string][] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Headless)?(?:Chrome|Chromium|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]

const SYSTEMS: [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMacintosh\b|\bMac OS X\b/, 'Mac'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
]

/** A name for a browser that its owner recognises and nobody else could tell it by: no versions, no models. */
export function deviceOf(userAgent: string): string {
  const known = userAgent.slice(0, 500)
  const browser = BROWSERS.find(([sign]) => sign.test(known))?.[1] ?? 'A browser'
  const system = SYSTEMS.find(([sign]) => sign.test(known))?.[1]
  return system ? `${browser} on ${system}` : browser
}
