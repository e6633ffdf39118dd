import { paths } from '@/lib/paths'
import { joinForm } from '@/lib/people/account-forms'
import { answerPost } from '@/lib/people/account-post'
import { wrongField } from '@/lib/people/account-refused'
import { formDone } from '@/lib/people/form-response'
import { acceptInvitation, getInvitation } from '@/lib/people/invitation-commands'
import { PasswordRefused } from '@/lib/people/password'
import { personName } from '@/lib/people/person-input'
import { PersonRefused } from '@/lib/people/person-refused'

/** Accepts an invitation. */
export function POST(request: Request): Promise<Response> {
  return answerPost(request, joinForm, async ({ sent }) => {
    const token = sent.text('token')
    const name = personName.safeParse(sent.text('name'))
    const isNew = (await getInvitation(token))?.hasAccount === false
    if (isNew && !name.success) throw wrongField('name', name.error.issues[0]?.message ?? 'Enter your name.')
    try {
      await acceptInvitation(token, { name: name.data ?? '', password: sent.text('password') })
    } catch (error) {
      if (error instanceof PasswordRefused) throw wrongField('password', error.message)
      if (error instanceof PersonRefused) throw wrongField('', error.message)
      throw error
    }
    return formDone(request, `${paths.join('')}&done`)
  })
}

/** Whoever loads the address of the form’s answer again gets the page. */
export function GET(): Response {
  return new Response(null, { status: 303, headers: { location: paths.join('') } })
}
