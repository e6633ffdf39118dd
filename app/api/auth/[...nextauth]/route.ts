import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { paths } from '@/lib/paths'
import { countServiceAttempt } from '@/lib/people/account-limits'
import { tooMany } from '@/lib/people/account-refused'
import { callerOf } from '@/lib/people/caller'
import { refuseForm } from '@/lib/people/form-response'
import { nextAuthOptions } from '@/lib/people/next-auth'
import { finishProviderAnswer } from '@/lib/people/provider-answer'

type Context = { params: Promise<{ nextauth: string[] }> }

/** Where other services send people back to, and all else that next-auth answers. */
async function answer(request: NextRequest, context: Context): Promise<Response> {
  const isAnswer = (await context.params).nextauth[0] === 'callback'
  const wait = isAnswer ? countServiceAttempt(callerOf(request.headers).network) : 0
  if (wait > 0) return refuseForm(request, paths.signIn(), tooMany(wait))
  const response: Response = await NextAuth(request as never, context as never, nextAuthOptions(request.headers))
  return finishProviderAnswer(response)
}

export { answer as GET, answer as POST }
