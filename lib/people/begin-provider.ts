import NextAuth from 'next-auth'
import { readEnvironment } from '../env'
import { csrfPair, nextAuthOptions } from './next-auth'
import type { ProviderId } from './providers'

/** Where a browser goes to sign in with a service, and the cookies that it must bring back from there. */
export type Beginning = { location: string; cookies: string[] }

/**
 * Has next-auth begin. It is asked as Next's older kind of route would ask: that is the one that takes cookies from its
 * caller.
 *
 * @param back a path of this site
 */
export async function beginWith(provider: ProviderId, back: string, headers: Headers): Promise<Beginning> {
  const environment = readEnvironment()
  const { token, cookie } = csrfPair(environment)
  const [name = '', value = ''] = cookie.split('=', 2)
  const request = {
    method: 'POST',
    query: { nextauth: ['signin', provider] },
    cookies: { [name]: decodeURIComponent(value) },
    headers: {},
    body: { csrfToken: token, callbackUrl: `${environment.siteUrl}${back}` },
  }
  const response = new Collecting()
  await NextAuth(request as never, response as never, nextAuthOptions(headers))
  return { location: String(response.getHeader('location') ?? ''), cookies: response.cookies() }
}

/** What next-auth says, kept. */
class Collecting {
  private readonly headers = new Map<string, string | string[]>()

  status(): this {
    return this
  }

  setHeader(name: string, value: string | string[]): this {
    this.headers.set(name.toLowerCase(), value)
    return this
  }

  getHeader(name: string): string | string[] | undefined {
    return this.headers.get(name.toLowerCase())
  }

  cookies(): string[] {
    return [this.getHeader('set-cookie') ?? []].flat()
  }

  json(): void {}
  send(): void {}
  end(): void {}
}
