import { currentBarred } from './current-barred'

/**
 * What the script of a public page is told that asks what somebody has of it, when nobody is signed in: nothing, and that
 * one has to sign in. To whoever is banned that is no refusal: nothing would come of signing in, and a browser notes every
 * refusal on its console.
 *
 * @param nothing the answer without anything of anybody
 */
export async function answerNobody(nothing: Record<string, null>): Promise<Response> {
  return Response.json(nothing, { status: (await currentBarred()) ? 200 : 401 })
}
