import { Secret, TOTP } from 'otpauth'

/** Codes of six digits that an app makes anew every thirty seconds (RFC 6238). */

const PERIOD = 30

/** A new secret for an app, in Base32 as it is typed: 160 bits (RFC 4226 §4, R6). */
export function newCodeSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** The address that a QR code gives to the app. @param issuer the paper's name; a colon would part it */
export function codeAddress(secret: string, issuer: string, account: string): string {
  const plain = (text: string) => text.replaceAll(':', ' ')
  return new TOTP({ issuer: plain(issuer), label: plain(account), secret: Secret.fromBase32(secret) }).toString()
}

/**
 * The step of time that a code belongs to, if it is right, near enough to now, and later than the last one that was taken:
 * a code that somebody has looked on at opens nothing a second time (RFC 6238 §5.2).
 *
 * @param lastStep of the code that was taken last
 * @param now in milliseconds
 */
export function stepOfCode(secret: string, code: string, lastStep: number, now: number): number | null {
  const digits = code.replaceAll(/\s/g, '')
  if (!/^\d{6}$/.test(digits)) return null
  const delta = new TOTP({ secret: Secret.fromBase32(secret) }).validate({ token: digits, timestamp: now, window: 1 })
  if (delta === null) return null
  const step = Math.floor(now / 1000 / PERIOD) + delta
  return step > lastStep ? step : null
}

/** The code of a moment, as the app would show it: for tests and for whoever writes an app. */
export function codeAt(secret: string, now: number): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now })
}
