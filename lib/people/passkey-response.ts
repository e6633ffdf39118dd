import { z } from 'zod'
import { PersonRefused } from './person-refused'

const base64url = z
  .string()
  .max(20_000)
  .regex(/^[\w-]*$/)

/** The shape of what a browser says; whether it is true is for the library to find out. */
const responseSchema = z.looseObject({
  id: base64url.min(1),
  rawId: base64url.min(1),
  type: z.literal('public-key'),
  response: z.looseObject({ clientDataJSON: base64url.min(1) }),
  clientExtensionResults: z.looseObject({}),
})

/** Reads what a browser said of a passkey. @throws {PersonRefused} when it is nothing of the kind */
export function readResponse<Response>(text: string): Response {
  try {
    return responseSchema.parse(JSON.parse(text)) as Response
  } catch {
    throw new PersonRefused('The passkey was not taken. Try again, or use another way.')
  }
}
