import { STATUS_CODES } from 'node:http'
import type { z } from 'zod'
import { log } from '../log'
import { problemSchema } from './answer-schemas'
import { absolute } from './api-paths'
import { BadParameter } from './parameters'

/** Whoever wants may read it from a page of their own: it is public and the same for everyone. */
const OPEN = { 'access-control-allow-origin': '*' }

type Problem = Omit<z.input<typeof problemSchema>, 'title'>

/** An answer as its schema makes it: what the schema does not name is left out. */
export function answer<Schema extends z.ZodType>(schema: Schema, value: z.input<Schema>): Response {
  return openJson(schema.parse(value))
}

export function openJson(value: unknown): Response {
  return Response.json(value, { headers: OPEN })
}

/** What went wrong, for a program (RFC 9457). */
export function problem(given: Problem): Response {
  const whole = problemSchema.parse({ ...given, title: STATUS_CODES[given.status] ?? 'Error' })
  return Response.json(whole, {
    status: given.status,
    headers: { ...OPEN, 'content-type': 'application/problem+json' },
  })
}

export function notFound(detail: string): Response {
  return problem({ type: 'about:blank', status: 404, detail })
}

export function movedTo(path: string): Response {
  return new Response(null, { status: 308, headers: { ...OPEN, location: absolute(path) } })
}

/** Answers a question to the read API; one that cannot be read is told which parameter it was. */
export async function answering(make: () => Promise<Response> | Response): Promise<Response> {
  try {
    return await make()
  } catch (error) {
    if (error instanceof BadParameter) {
      const { parameter, value, expected, message: detail } = error
      return problem({ type: 'about:blank', status: 400, detail, parameter, value, expected })
    }
    log.error({ err: error }, 'the read API failed')
    return problem({
      type: 'about:blank',
      status: 500,
      detail: 'Something broke here, not with you. It has been noted.',
    })
  }
}

/**
 * Where a list goes on: the address that was asked, with a cursor.
 *
 * @param cursor null at the end
 */
export function nextOf(asked: URL, cursor: string | null): { cursor: string; address: string } | null {
  if (cursor === null) return null
  const query = new URLSearchParams(asked.search)
  query.set('cursor', cursor)
  return { cursor, address: absolute(`${asked.pathname}?${query}`) }
}
