import { paths } from '../paths'
import { showInstead } from '../serving/form-answers'
import { formDone, wantsJson } from './form-response'
import { jsonAnswer } from './security-post'

/**
 * Shows recovery codes once, in the answer to what made them: they are at no address, and nowhere in the database.
 *
 * @param codes null when none were made
 */
export function recoveryAnswer(request: Request, codes: string[] | null, done: string): Response {
  if (wantsJson(request)) return jsonAnswer({ codes, location: `${paths.accountSecurity()}?done=${done}` })
  if (!codes) return formDone(request, `${paths.accountSecurity()}?done=${done}`)
  showInstead(paths.accountSecurity('recovery'), { problems: [], values: { codes: codes.join(' ') } })
  return new Response(`${codes.join('\n')}\n`)
}
