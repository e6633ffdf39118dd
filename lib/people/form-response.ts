import { STATUS_CODES } from 'node:http'
import { type Problem, showInstead } from '../serving/form-answers'

/** What was sent with a form, or as JSON, as text by name; and the files that came with a form. */
export class Sent {
  constructor(
    private readonly values: ReadonlyMap<string, string>,
    private readonly files: ReadonlyMap<string, File> = new Map(),
  ) {}

  /** A field's text; empty when it was not sent. */
  text(name: string): string {
    return this.values.get(name) ?? ''
  }

  /** A file that was sent; null where none was chosen. */
  file(name: string): File | null {
    return this.files.get(name) ?? null
  }

  /** Some fields' texts, cut to what a form may be shown again with. */
  kept(...names: string[]): Record<string, string> {
    return Object.fromEntries(names.map((name) => [name, this.text(name).slice(0, 5000)]))
  }
}

/** Reads the body of a form, or of a program that sends JSON. @returns null when it is neither */
export async function readSent(request: Request): Promise<Sent | null> {
  const kind = request.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase()
  try {
    if (kind === 'application/json') return new Sent(textsOf(Object.entries(await request.json())))
    if (kind === 'application/x-www-form-urlencoded' || kind === 'multipart/form-data') {
      const form = [...(await request.formData())]
      const files = form.filter((entry): entry is [string, File] => typeof entry[1] !== 'string' && entry[1].size > 0)
      return new Sent(textsOf(form), new Map(files))
    }
  } catch {}
  return null
}

function textsOf(entries: Iterable<[string, unknown]>): Map<string, string> {
  return new Map([...entries].filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}

export function wantsJson(request: Request): boolean {
  return (request.headers.get('accept') ?? '').includes('application/json')
}

/** Why a form is not taken. */
export type Refusal = {
  status: 400 | 401 | 403 | 409 | 413 | 415 | 422 | 429
  problems: Problem[]
  /** Seconds until it is worth trying again. */
  retryAfter?: number
}

/**
 * Says no to a form: to a person with the page it was on, to a program as a problem (RFC 9457).
 *
 * @param page the address of the page that shows the form
 * @param values what was typed and is shown again; never a password
 */
export function refuseForm(request: Request, page: string, refusal: Refusal, values = {}): Response {
  const { status, problems, retryAfter } = refusal
  const headers = new Headers(retryAfter ? { 'retry-after': String(retryAfter) } : {})
  if (!wantsJson(request)) {
    showInstead(page, { problems, values })
    return new Response(problems.map(({ words }) => words).join('\n'), { status, headers })
  }
  headers.set('content-type', 'application/problem+json')
  const detail = problems.map(({ words }) => words).join(' ')
  const body = { type: 'about:blank', title: STATUS_CODES[status], status, detail, problems }
  return new Response(JSON.stringify(body), { status, headers })
}

/** Says that a form was taken, and where to go on. */
export function formDone(request: Request, location: string, cookies: string[] = []): Response {
  const headers = new Headers(cookies.map((cookie): [string, string] => ['set-cookie', cookie]))
  if (wantsJson(request)) {
    headers.set('content-type', 'application/json')
    return new Response(JSON.stringify({ location }), { headers })
  }
  headers.set('location', location)
  return new Response(null, { status: 303, headers })
}
