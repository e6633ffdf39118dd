import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { type FormState, NEW_FORM } from '../../form-state'
import { paths } from '../../paths'

/**
 * Ends what was done beside the text of an article. Without a script its page is asked for anew, and says what was done.
 * With one the page stays, and is shown what there is now: were it another, what is typed in the text would go with it.
 *
 * @param done the name of what was done
 * @param part where on the page it was done, such as `#notes`
 * @returns the next state of the form, for a script
 */
export async function doneBeside(articleId: number, done: string, part = ''): Promise<FormState> {
  // Next's own header, which it sends with each action that a script asks for.
  if (!(await headers()).has('next-action')) redirect(`${paths.deskArticle(articleId)}?done=${done}${part}`)
  refresh()
  return { ...NEW_FORM, done }
}
