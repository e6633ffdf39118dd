import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { projectRoot } from '../root'

/**
 * The faces that cards are drawn with; `npm run fonts` makes the files. Those that are set letter after letter go to the
 * drawing library; those whose letters join, stack or run from the right need a shaper, which is Pango's (lib/cards/set-text.ts).
 */
const FOLDER = 'lib/cards/fonts'
const LATIN = ['latin', 'latin-ext', 'vietnamese']
const SHAPED = ['cyrillic', 'greek', 'arabic', 'hebrew', 'devanagari', 'thai']

export type Voice = 'head' | 'plain'

/** The family names of a voice, in the order in which a letter is looked for. */
export function familiesOf(voice: Voice): string[] {
  const own = LATIN.map((subset) => `Broadsheet ${voice} ${subset}`)
  return [...own, ...SHAPED.map((subset) => `Broadsheet head ${subset}`)]
}

export type CardFont = { name: string; data: Buffer; weight: 600; style: 'normal' }

let latin: Promise<CardFont[]> | null = null

/** The faces for the drawing library. */
export function latinFonts(): Promise<CardFont[]> {
  latin ??= Promise.all(
    (['head', 'plain'] as const).flatMap((voice) =>
      LATIN.map(async (subset) => ({
        name: `Broadsheet ${voice} ${subset}`,
        data: await readFile(fileOf(voice, subset)),
        ...{ weight: 600 as const, style: 'normal' as const },
      })),
    ),
  )
  return latin
}

let known: Promise<void> | null = null

/** Makes every face known to Pango, once. A face stays known to the process after any text was set with its file. */
export function registerFonts(): Promise<void> {
  known ??= (async () => {
    const files = [...LATIN.flatMap((subset) => [fileOf('head', subset), fileOf('plain', subset)])]
    for (const fontfile of [...files, ...SHAPED.map((subset) => fileOf('head', subset))]) {
      await sharp({ text: { text: '.', fontfile, dpi: 72 } })
        .raw()
        .toBuffer()
    }
  })()
  return known
}

/** Latin letters, digits and signs: all that the Latin faces hold (public/fonts/pin-fonts.mjs). */
const IN_LATIN_FACES =
  /^[\u0020-\u007e\u00a0-\u017f\u0192\u01a0\u01a1\u01af\u01b0\u0218-\u021b\u02c6\u02dc\u1ea0-\u1ef9\u2009\u200a\u2010-\u2015\u2018-\u201e\u2020-\u2022\u2026\u202f\u2030\u2032\u2033\u2039\u203a\u20ab\u20ac\u2122\u2190-\u2193\u2212]*$/

/** Whether the Latin faces have every letter of a text. */
export function isLatin(text: string): boolean {
  return IN_LATIN_FACES.test(text)
}

function fileOf(voice: Voice, subset: string): string {
  return join(projectRoot(), FOLDER, `${voice}-${subset}.ttf`)
}
