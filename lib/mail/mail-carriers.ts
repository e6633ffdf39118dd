import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import nodemailer from 'nodemailer'
import type Mail from 'nodemailer/lib/mailer'

/**
 * Hands a mail on.
 *
 * @throws {MailRefused} when it will never be taken; anything else when it may be taken later
 */
export type Carrier = {
  carry: (message: Mail.Options, id: number) => Promise<void>
  close: () => void
}

/** The mail server will not take this mail, now or later. */
export class MailRefused extends Error {
  constructor(words: string) {
    super(words)
    this.name = 'MailRefused'
  }
}

/** The mail server cannot be spoken with: no other mail can be sent either. */
export class NoConnection extends Error {
  constructor(words: string) {
    super(words)
    this.name = 'NoConnection'
  }
}

/** How long a mail server may say nothing, in milliseconds. */
const PATIENCE = 20_000

/** @param url `smtp://` or `smtps://`, with name and password where the server wants them */
export function smtpCarrier(url: string): Carrier {
  const transport = nodemailer.createTransport(url, {
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
  } as never)
  return {
    carry: async (message) => {
      try {
        await transport.sendMail(message)
      } catch (error) {
        throw meaningOf(error as SmtpError, url)
      }
    },
    close: () => transport.close(),
  }
}

type SmtpError = Error & { code?: string; responseCode?: number }

const ABOUT_THIS_MAIL = new Set(['EENVELOPE', 'EMESSAGE'])
const SPOKEN_WITH = new Set(['EPROTOCOL', 'ESTREAM', ...ABOUT_THIS_MAIL])

/** RFC 5321 §4.2.1: a 5 is for good, a 4 is for now. What it says of the connection is said of every mail. */
function meaningOf(error: SmtpError, url: string): Error {
  const { code = '', responseCode = 0 } = error
  const words = withoutPassword(error.message, url)
  if (ABOUT_THIS_MAIL.has(code) && responseCode >= 500) return new MailRefused(words)
  return SPOKEN_WITH.has(code) ? new Error(words) : new NoConnection(words)
}

function withoutPassword(words: string, url: string): string {
  const { password } = new URL(url)
  return password ? words.replaceAll(decodeURIComponent(password), '…').replaceAll(password, '…') : words
}

/** Writes each mail as a file to a folder, for a newsroom without a mail server. @param folder made when missing */
export function outboxCarrier(folder: string): Carrier {
  const composer = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
  return {
    carry: async (message, id) => {
      const { message: bytes } = await composer.sendMail(message)
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const name = `${String(id).padStart(8, '0')}.eml`
      const unfinished = join(folder, `.${name}.part`)
      // It holds links that open an account: nobody else on the machine reads it.
      await writeFile(unfinished, bytes as Buffer, { mode: 0o600 })
      await rename(unfinished, join(folder, name))
    },
    close: () => composer.close(),
  }
}
