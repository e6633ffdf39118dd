import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

export type Elsewhere = { sub: string; name: string; email: string; isConfirmed: boolean }
export type Counterpart = { origin: string; is: (person: Elsewhere) => void; close: () => Promise<void> }

/** What GitHub and Google say over HTTP, as far as signing in needs it; whoever comes is who the test says. */
export async function startCounterpart(): Promise<Counterpart> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }
  let person: Elsewhere = { sub: '1', name: 'Nobody', email: 'nobody@cast.example', isConfirmed: false }
  const asked = new Map<string, URLSearchParams>()
  let origin = ''

  const sign = (claims: object) => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const text = `${part({ alg: 'RS256', kid: 'one' })}.${part(claims)}`
    return `${text}.${createSign('RSA-SHA256').update(text).sign(privateKey).toString('base64url')}`
  }

  const authorize = (query: URLSearchParams, response: ServerResponse) => {
    const code = randomBytes(8).toString('hex')
    asked.set(code, query)
    const back = new URL(query.get('redirect_uri') ?? '')
    back.searchParams.set('code', code)
    back.searchParams.set('state', query.get('state') ?? '')
    response.writeHead(302, { location: back.href }).end()
  }

  const token = async (request: IncomingMessage, response: ServerResponse, issuer: string | null) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const given = new URLSearchParams(body)
    const query = asked.get(given.get('code') ?? '')
    const verifier = createHash('sha256')
      .update(given.get('code_verifier') ?? '')
      .digest('base64url')
    if (!query || verifier !== query.get('code_challenge')) return json(response, { error: 'invalid_grant' }, 400)
    asked.delete(given.get('code') ?? '')
    const now = Math.floor(Date.now() / 1000)
    const { sub, name, email, isConfirmed } = person
    const claims = {
      ...{ iss: issuer, aud: query.get('client_id'), sub, name, email, email_verified: isConfirmed },
      ...{ nonce: query.get('nonce'), iat: now, exp: now + 600 },
    }
    return json(response, { access_token: 'a', token_type: 'Bearer', ...(issuer && { id_token: sign(claims) }) })
  }

  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', origin)
    const issuer = `${origin}/google`
    if (pathname.endsWith('/authorize')) return authorize(searchParams, response)
    if (pathname === '/github/access_token') return token(request, response, null)
    if (pathname === '/google/token') return token(request, response, issuer)
    if (pathname === '/github/api/user')
      return json(response, {
        id: Number(person.sub),
        login: 'login',
        name: person.name,
        email: 'written@cast.example',
      })
    if (pathname === '/github/api/user/emails')
      return json(response, [{ email: person.email, primary: true, verified: person.isConfirmed }])
    if (pathname === '/google/jwks') return json(response, { keys: [jwk] })
    if (pathname === '/google/.well-known/openid-configuration')
      return json(response, {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      })
    return json(response, {}, 404)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as { port: number }).port}`
  return {
    origin,
    is: (who) => {
      person = who
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function json(response: ServerResponse, value: object, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}
