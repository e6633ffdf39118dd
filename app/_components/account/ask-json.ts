/** Asks an address of ours, as a script. @throws what it says in words when it refuses */
export async function askJson<Answer = unknown>(address: string, sent: Record<string, string> = {}): Promise<Answer> {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(sent),
  })
  const body = (await answer.json().catch(() => ({}))) as { detail?: string; location?: string }
  if (answer.ok) return body as Answer
  if (body.location) window.location.assign(body.location)
  throw new Error(body.detail ?? 'It did not work. Try again.')
}
