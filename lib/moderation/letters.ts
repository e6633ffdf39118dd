/** What letters look like, for telling that two spellings are the same word. */

/** Letters of other scripts, and signs, in the place of the Latin ones that they are taken for (after Unicode TR39). */
const LOOK_ALIKES = new Map<string, string>([
  ...pairs('аеорсухіѕјһԁԛѡвнкмтгпԝӏѵ', 'aeopcyxisjhdqwbhkmtrnwlv'),
  ...pairs('αβεικνορτυχηγωδλσμ', 'abeikvoptuxnywdlsm'),
  ...pairs('ıɩɪłøđħŧɑɐɒɡʀɴʜʟᴀʙᴄᴅᴇᴊᴋᴍᴏᴘᴛᴜᴠᴡᴢʏꜱꜰɢəɛɔʌ', 'iiilodhtaaagrnhlabcdejkmoptuvwzysfgeeoa'),
  ...pairs('0123456789', 'oizeasgtbg'),
  ...pairs('@$!|€£¥+', 'asiielyt'),
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
])

function pairs(from: string, to: string): [string, string][] {
  const [letters, taken] = [[...from], [...to]]
  return letters.map((letter, index) => [letter, taken[index] ?? letter])
}

/** Signs that stand for letters in the middle of a word, and for themselves anywhere else. */
export const STAND_INS: ReadonlySet<string> = new Set('@$!|€£¥+')

const MARKS = /[\u0300-\u036F\u0591-\u05C7\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED\u0640]/gu
const UNSEEN = /^[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]$/u

/** Letters on coloured ground, which no normal form takes for letters. */
const SQUARED = [0x1f130, 0x1f150, 0x1f170, 0x1f1e6]

const folded = new Map<string, string>()

/**
 * A character without its case, accents and shape: `Ｂ`, `𝓫`, `b̈` and `B` are `b`. Empty for what is not seen. Vowels of
 * Indian and Thai scripts stay: they are no accents.
 */
export function foldLetter(character: string): string {
  const known = folded.get(character)
  if (known !== undefined) return known
  const plain = UNSEEN.test(character) ? '' : unsquared(character).normalize('NFKD').replace(MARKS, '').toLowerCase()
  if (folded.size < 20_000) folded.set(character, plain)
  return plain
}

/** What a folded text looks like: letters that are taken for each other become one. */
export function likenessOf(text: string): string {
  let likeness = ''
  for (const letter of text) likeness += LOOK_ALIKES.get(letter) ?? letter
  // Capital i, small L and one cannot be told apart.
  return likeness.replaceAll('l', 'i')
}

function unsquared(character: string): string {
  const code = character.codePointAt(0) ?? 0
  const first = SQUARED.find((start) => code >= start && code < start + 26)
  return first === undefined ? character : String.fromCharCode(97 + code - first)
}
