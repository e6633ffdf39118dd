import { FRAME_ORIGINS } from '../articles/embed-providers'

/**
 * What every answer says of itself to a browser. Sources: OWASP Secure Headers Project; CSP Level 3.
 */

const EVERYWHERE = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
}

const DOCUMENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  `frame-src ${FRAME_ORIGINS.join(' ')}`,
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The policy of a private page, whose framework script starts from inline script that carries this answer's nonce. */
function privatePolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Headers of a public page, `name, value, name, value…`. */
export function documentHeaders(siteUrl: string): string[] {
  return flat({ ...EVERYWHERE, ...transport(siteUrl), 'content-security-policy': DOCUMENT_POLICY })
}

/** Headers of a file: nothing in it may run, wherever it is opened. */
export function fileHeaders(siteUrl: string): string[] {
  return flat({
    ...EVERYWHERE,
    ...transport(siteUrl),
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  })
}

/** Headers of the reader's worker, whose own policy says what it may ask for (CSP Level 3 §2.3). */
export function workerHeaders(siteUrl: string): string[] {
  return flat({
    ...EVERYWHERE,
    ...transport(siteUrl),
    'content-security-policy': "default-src 'none'; connect-src 'self'",
  })
}

/** Headers of a page that belongs to one person. It is kept by nobody. */
export function privateHeaders(siteUrl: string, nonce: string): Record<string, string> {
  return {
    ...EVERYWHERE,
    ...transport(siteUrl),
    'content-security-policy': privatePolicy(nonce),
    'cache-control': 'no-store',
  }
}

function transport(siteUrl: string): Record<string, string> {
  if (!siteUrl.startsWith('https:')) return {}
  return { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }
}

function flat(headers: Record<string, string>): string[] {
  return Object.entries(headers).flat()
}
