import { KIND_NAMES } from '@/lib/notifications/notification'
import { chooseMail } from '@/lib/notifications/notification-commands'
import { mailChoicesSchema } from '@/lib/notifications/notification-input'
import { paths } from '@/lib/paths'
import { formDone, refuseForm } from '@/lib/people/form-response'
import { answerSignedIn } from '@/lib/people/signed-in-post'

/** Keeps how each kind of notification is mailed. */
export function POST(request: Request): Promise<Response> {
  return answerSignedIn(
    request,
    () => paths.notificationMail(),
    async (viewer, sent) => {
      const given = Object.keys(KIND_NAMES).flatMap((kind) => (sent.text(kind) ? [[kind, sent.text(kind)]] : []))
      const choices = mailChoicesSchema.safeParse(Object.fromEntries(given))
      if (!choices.success) return refuseForm(request, paths.notificationMail(), NOT_A_CHOICE)
      await chooseMail(viewer, choices.data)
      return formDone(request, `${paths.notificationMail()}?done`)
    },
  )
}

const NOT_A_CHOICE = { status: 422 as const, problems: [{ words: 'Choose “At once”, “Daily” or “Never” for each.' }] }

/** Whoever loads the form's address again gets the form. */
export function GET(): Response {
  return new Response(null, { status: 303, headers: { location: paths.notificationMail() } })
}
