import GitHubProvider from 'next-auth/providers/github'
import GoogleProvider from 'next-auth/providers/google'
import { type Environment, readEnvironment } from '../env'

export type ProviderId = 'github' | 'google'

export const PROVIDER_NAMES: Record<ProviderId, string> = { github: 'GitHub', google: 'Google' }

/** The services whose accounts open one here, as far as the operator has set them up. */
export function configuredProviders(): ProviderId[] {
  const { github, google } = readEnvironment()
  return [...(github ? (['github'] as const) : []), ...(google ? (['google'] as const) : [])]
}

export function isProviderId(text: string): text is ProviderId {
  return Object.hasOwn(PROVIDER_NAMES, text)
}

/** The same as next-auth takes them. An address counts only when the service says that it is confirmed. */
export function nextAuthProviders({ github, google, siteUrl }: Environment) {
  const counterpart = testCounterpart(siteUrl)
  return [...(github ? [gitHub(github, counterpart)] : []), ...(google ? [googleOf(google, counterpart)] : [])]
}

type Keys = { id: string; secret: string }

function gitHub({ id, secret }: Keys, counterpart: string | null) {
  const site = counterpart ? `${counterpart}/github` : 'https://github.com/login/oauth'
  const api = counterpart ? `${counterpart}/github/api` : 'https://api.github.com'
  return GitHubProvider({
    clientId: id,
    clientSecret: secret,
    issuer: site,
    authorization: { url: `${site}/authorize`, params: { scope: 'read:user user:email' } },
    token: `${site}/access_token`,
    checks: ['state', 'pkce'],
    userinfo: {
      url: `${api}/user`,
      request: async ({ tokens }) => {
        const ask = (path: string) => askGitHub(`${api}${path}`, tokens.access_token ?? '')
        const [user, emails] = await Promise.all([ask('/user'), ask('/user/emails')])
        // The address in the profile is what its owner wrote there; only the list says what was confirmed.
        const confirmed = (emails as GitHubEmail[]).find(({ primary, verified }) => primary && verified)
        return { ...user, email: confirmed?.email ?? null }
      },
    },
    profile: ({ id: sub, name, login, email }) => ({ id: String(sub), name: name || login, email }),
  })
}

type GitHubEmail = { email: string; primary: boolean; verified: boolean }

async function askGitHub(address: string, token: string) {
  const headers = {
    authorization: `Bearer ${token}`,
    accept: 'application/vnd.github+json',
    'user-agent': 'Broadsheet',
  }
  const answer = await fetch(address, { headers })
  if (!answer.ok) throw new Error(`GitHub answered ${answer.status}.`)
  return answer.json()
}

function googleOf({ id, secret }: Keys, counterpart: string | null) {
  return GoogleProvider({
    clientId: id,
    clientSecret: secret,
    ...(counterpart && { wellKnown: `${counterpart}/google/.well-known/openid-configuration` }),
    checks: ['state', 'pkce', 'nonce'],
    profile: ({ sub, name, email, email_verified: isConfirmed }) => ({
      id: sub,
      name,
      email: isConfirmed === true ? email : null,
    }),
  })
}

/** Tests stand a service of their own in the place of both: on this machine only, for a site that is on it too. */
function testCounterpart(siteUrl: string): string | null {
  const address = process.env.OAUTH_TEST_COUNTERPART
  if (!address || !URL.canParse(address)) return null
  const isHere = new URL(address).hostname === '127.0.0.1' && new URL(siteUrl).hostname === 'localhost'
  return isHere ? new URL(address).origin : null
}
