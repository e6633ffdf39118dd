import { createHmac } from 'node:crypto'

/**
 * A hash that only this installation can make, so that what has few possible values (a network, six digits) cannot be
 * guessed from a copy of the database (HMAC, RFC 2104).
 *
 * @param purpose keeps the hashes of one use from meaning anything in another
 * @throws when the installation has no secret: nothing is kept under a key that everybody knows
 */
export function keyedHash(purpose: string, text: string): string {
  const secret = process.env.NEXTAUTH_SECRET
  if (!secret) throw new Error('NEXTAUTH_SECRET is not set; npm start makes one.')
  return createHmac('sha256', secret).update(`${purpose}\0${text}`).digest('base64url')
}
