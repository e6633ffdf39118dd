/** An answer for machines, in UTF-8. */
export function machineAnswer(text: string, type: string, headers: Record<string, string> = {}): Response {
  return new Response(text, { headers: { ...headers, 'content-type': `${type}; charset=utf-8` } })
}

/** For machines that ask for what is not there. */
export function notFound(): Response {
  return refusal(404, 'There is nothing at this address.')
}

/** For machines that ask for what cannot be given: the status, and why in words. */
export function refusal(status: 404 | 410 | 501, words: string): Response {
  return new Response(`${words}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } })
}

/** For machines that ask at an address that has changed. */
export function movedTo(path: string): Response {
  return new Response(`Moved to ${path}\n`, {
    status: 308,
    headers: { location: path, 'content-type': 'text/plain; charset=utf-8' },
  })
}
