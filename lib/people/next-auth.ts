import { createHash, randomBytes } from 'node:crypto'
import type { NextAuthOptions } from 'next-auth'
import { type Environment, readEnvironment } from '../env'
import { log } from '../log'
import { paths } from '../paths'
import { callerOf } from './caller'
import { isBannedPerson } from './own-account'
import { providerAdapter } from './provider-adapter'
import { nextAuthProviders } from './providers'
import { sessionCookieName } from './session'
import { newSessionSecret } from './session-commands'

/**
 * How next-auth works here: it speaks with the services, and its sessions are our rows; see docs/decisions. Made anew for
 * each request, as a session remembers where it was opened.
 */
export function nextAuthOptions(headers: Headers): NextAuthOptions {
  const environment = readEnvironment()
  const { siteUrl } = environment
  // The origin is the operator's word; without this next-auth would take the request's (GHSA-h5gc-rm8j-5gpr).
  process.env.NEXTAUTH_URL = siteUrl
  return {
    secret: secretOf(),
    adapter: providerAdapter(callerOf(headers)),
    providers: nextAuthProviders(environment),
    session: { strategy: 'database', generateSessionToken: newSessionSecret },
    pages: { signIn: paths.signIn(), error: paths.signIn() },
    useSecureCookies: siteUrl.startsWith('https:'),
    cookies: {
      sessionToken: {
        name: sessionCookieName(siteUrl),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure: siteUrl.startsWith('https:') },
      },
    },
    callbacks: {
      // No address that the service has confirmed, no account: somebody else could have written it there.
      signIn: async ({ user }) => {
        if (!user.email) return `${paths.signIn()}?error=Unconfirmed`
        return (await isBannedPerson(user.email)) ? `${paths.signIn()}?error=Banned` : true
      },
      redirect: ({ url }) => (url.startsWith(`${siteUrl}/`) || url === siteUrl ? url : siteUrl),
      session: ({ session }) => ({ expires: session.expires }),
    },
    logger: {
      error: (code) => log.warn({ code }, 'signing in with another service failed'),
      warn: () => {},
      debug: () => {},
    },
  }
}

/** next-auth wants a token in a cookie and in the form; our own forms are checked by their origin, so that we bring both. */
export function csrfPair({ siteUrl }: Environment): { token: string; cookie: string } {
  const token = randomBytes(32).toString('hex')
  const hash = createHash('sha256').update(`${token}${secretOf()}`).digest('hex')
  const name = siteUrl.startsWith('https:') ? '__Host-next-auth.csrf-token' : 'next-auth.csrf-token'
  return { token, cookie: `${name}=${token}%7C${hash}` }
}

function secretOf(): string {
  const secret = process.env.NEXTAUTH_SECRET
  if (!secret) throw new Error('NEXTAUTH_SECRET is not set; npm start makes one.')
  return secret
}
