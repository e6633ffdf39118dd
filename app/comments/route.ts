/**
 * Where the form under an article posts to. Readers cannot have accounts yet, so that nobody can post; what was typed is
 * given back.
 */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData().catch(() => null)
  const body = form?.get('body')
  const kept = typeof body === 'string' ? `\n\nYour text:\n\n${body.slice(0, 20_000)}\n` : '\n'
  const words = `Comments cannot be posted yet: this newsroom has not opened accounts to readers.${kept}`
  return new Response(words, { status: 503, headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
