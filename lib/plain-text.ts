import { z } from 'zod'

/** No control characters, no overrides of the order of text (UTR 36), no halves of a letter. */
export const ONE_LINE = /^[^\p{Cc}\p{Cs}\u2028-\u202E\u2066-\u2069]*$/u
const LINES = /^(?:[^\p{Cc}\p{Cs}\u2028-\u202E\u2066-\u2069]|[\n\t])*$/u

/** Whether there is anything to see in a text: marks, spaces and what directs the text are nothing by themselves. */
export function isSeen(text: string): boolean {
  return /[^\s\p{C}\p{Z}\p{M}]/u.test(text)
}

const LINE_BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g
const UNSHOWN = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/gu

/**
 * Text as one line that shows as it is stored: line breaks become spaces, and what no page shows is taken out. For what is
 * saved while somebody types, and so must not be refused.
 */
export function asOneLine(text: string): string {
  return text.replace(LINE_BREAKS, ' ').replace(UNSHOWN, '')
}

const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g
const UNSHOWN_IN_LINES = /[^\P{Cc}\n\t]|[\p{Cs}\u202A-\u202E\u2066-\u2069]/gu

/** The same for text that may run over lines: these and tabs stay as they are. */
export function asLines(text: string): string {
  return text.replace(LINE_ENDS, '\n').replace(UNSHOWN_IN_LINES, '')
}

type Length = { label: string; max: number; min?: number }

/** One line that shows as it is stored. @param length its name in sentences, and how many characters it has */
export function oneLine({ label, max, min = 0 }: Length) {
  return z
    .string()
    .trim()
    .normalize('NFC')
    .min(min, { error: `${label} cannot be empty.` })
    .max(max, { error: ({ input }) => `${label} has ${String(input).length} characters; at most ${max} are kept.` })
    .regex(ONE_LINE, { error: `${label} is one line of plain text.` })
}

/** Several lines of plain text. */
export function lines({ label, max, min = 0 }: Length) {
  return z
    .string()
    .transform((text) => text.replaceAll(/\r\n?/g, '\n').trim().normalize('NFC'))
    .pipe(
      z
        .string()
        .min(min, { error: `${label} cannot be empty.` })
        .max(max, { error: ({ input }) => `${label} has ${String(input).length} characters; at most ${max} are kept.` })
        .regex(LINES, { error: `${label} is plain text.` }),
    )
}
