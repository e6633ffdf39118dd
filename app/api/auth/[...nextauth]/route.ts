import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { nextAuthOptions } from '@/lib/people/next-auth'
import { finishProviderAnswer } from '@/lib/people/provider-answer'

type Context = { params: Promise<{ nextauth: string[] }> }

/** Where other services send people back to, and all else that next-auth answers. */
async function answer(request: NextRequest, context: Context): Promise<Response> {
  const response: Response = await NextAuth(request as never, context as never, nextAuthOptions(request.headers))
  return finishProviderAnswer(response)
}

export { answer as GET, answer as POST }
