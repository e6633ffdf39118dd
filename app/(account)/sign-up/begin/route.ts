import { paths } from '@/lib/paths'
import { signUpForm, toPage } from '@/lib/people/account-forms'
import { answerPost } from '@/lib/people/account-post'
import { beginSignUp } from '@/lib/people/enter-commands'
import { formDone } from '@/lib/people/form-response'
import { wayBack } from '@/lib/people/way-back'

/** Sends a code with which an account is made, or entered where there is one. */
export function POST(request: Request): Promise<Response> {
  return answerPost(request, signUpForm, async ({ sent, caller }) => {
    const [name, email, password] = [sent.text('name'), sent.text('email'), sent.text('password')]
    const id = await beginSignUp({ name, email, password, back: wayBack(sent.text('back'), '') }, caller)
    return formDone(request, paths.verify(id))
  })
}

export const GET = () => toPage(paths.signUp())
