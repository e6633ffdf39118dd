import sharp from 'sharp'
import { escapeMarkup } from '../markup'
import { familiesOf, registerFonts, type Voice } from './card-fonts'

/** Text as a picture: of its own size, and as an address that holds it whole. */
export type SetText = { address: string; width: number; height: number }

type Setting = {
  voice: Voice
  /** Pixels. */
  size: number
  /** As CSS writes it, `#171512`. */
  colour: string
  /** How many pixels a line may be long. */
  width: number
  lines: number
}

/**
 * Sets text of any script: letters that join, stack or run from the right are put as they should be (Pango).
 *
 * @returns null when neither the paper nor this machine has letters for it
 */
export async function setText(text: string, setting: Setting): Promise<SetText | null> {
  await registerFonts()
  const shown = text.replaceAll(/\p{Extended_Pictographic}|\ufe0f|\u200b/gu, '').trim()
  if (shown === '' || !(await isDrawable(shown))) return null
  for (let words = shown; words !== ''; words = shorter(words)) {
    const { data, info } = await draw(words === shown ? words : `${words}…`, setting).toBuffer({
      resolveWithObject: true,
    })
    if (info.height > setting.lines * setting.size * LINE && words.length > 1) continue
    return { address: `data:image/png;base64,${data.toString('base64')}`, width: info.width, height: info.height }
  }
  return null
}

/** Scripts with marks above and below need more room between lines than Latin letters. */
const LINE = 1.7

function draw(text: string, { voice, size, colour, width }: Setting) {
  const font = `${familiesOf(voice).join(', ')}, serif ${size}`
  const markup = `<span foreground="${colour}">${escapeMarkup(text)}</span>`
  return sharp({ text: { text: markup, font, width, dpi: 72, rgba: true, wrap: 'word-char' } }).png()
}

/** Without its last tenth, at a space where there is one. */
function shorter(text: string): string {
  const letters = [...text]
  const cut = letters.slice(0, Math.floor(letters.length * 0.9)).join('')
  return cut.replace(/\s+\S*$/u, '').trim() || cut
}

const drawable = new Map<string, boolean>()

/** Whether there are letters for all of a text. */
export async function isDrawable(text: string): Promise<boolean> {
  await registerFonts()
  for (const letter of new Set(text.replaceAll(/[\s\p{M}\p{Cf}]/gu, ''))) {
    if (drawable.size > 20_000) drawable.clear()
    const known = drawable.get(letter) ?? !(await isFrame(letter))
    drawable.set(letter, known)
    if (!known) return false
  }
  return true
}

/** Pango draws a frame with a number in it for what no font has: its edge is that of a letter that nobody has. */
async function isFrame(letter: string): Promise<boolean> {
  const nobodyHas = (letter.codePointAt(0) as number) > 0xffff ? '\u{2fffe}' : '\u0378'
  const [mine, missing] = await Promise.all([edgeOf(letter), edgeOf(nobodyHas)])
  return mine === missing
}

async function edgeOf(letter: string): Promise<string> {
  const { data, info } = await draw(letter, { voice: 'head', size: 40, colour: '#000000', width: 200, lines: 1 })
    .extractChannel('alpha')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height } = info
  const row = (number: number) => data.subarray(number * width, (number + 1) * width).toString('hex')
  return [width, height, row(0), row(1), row(height - 2), row(height - 1)].join()
}
