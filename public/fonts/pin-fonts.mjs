import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'

/**
 * Makes the files beside this one from the families' packages: the weight axis as wide as the design uses it, the optical
 * size fixed where the text is set, and the letters that nearly every page needs apart from the others. `npm run fonts`
 * repeats it; the results are kept with the code.
 *
 * Source Serif is changed by this, and its name is reserved to the unchanged (SIL Open Font License 1.1, §3): the file
 * calls itself “Broadsheet Text”.
 */
const FACES = [
  {
    name: 'newsreader',
    from: 'newsreader/files/newsreader-{}-opsz-normal.woff2',
    axes: { opsz: 36, wght: { min: 400, max: 700 } },
  },
  {
    name: 'text',
    from: 'source-serif-4/files/source-serif-4-{}-opsz-normal.woff2',
    axes: { opsz: 16, wght: 400 },
    as: 'Broadsheet Text',
  },
  {
    name: 'text-bold',
    from: 'source-serif-4/files/source-serif-4-{}-opsz-normal.woff2',
    axes: { opsz: 16, wght: 700 },
    as: 'Broadsheet Text',
  },
  {
    name: 'text-italic',
    from: 'source-serif-4/files/source-serif-4-{}-opsz-italic.woff2',
    axes: { opsz: 16, wght: 400 },
    as: 'Broadsheet Text',
  },
  {
    name: 'franklin',
    from: 'libre-franklin/files/libre-franklin-{}-wght-normal.woff2',
    axes: { wght: { min: 400, max: 700 } },
  },
]

const LATIN = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x131, 0x131],
  [0x152, 0x153],
  [0x2c6, 0x2c6],
  [0x2dc, 0x2dc],
  [0x2009, 0x200a],
  [0x2010, 0x2015],
  [0x2018, 0x201e],
  [0x2020, 0x2022],
  [0x2026, 0x2026],
  [0x202f, 0x2030],
  [0x2032, 0x2033],
  [0x2039, 0x203a],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
]

/** English, the small letters of Western Europe, and what stands between words. */
const FIRST_LETTERS = [
  [0x20, 0x7e],
  [0xa0, 0xa0],
  [0xa3, 0xa3],
  [0xb7, 0xb7],
  [0xdf, 0xfc],
  [0x2010, 0x2026],
  [0x20ac, 0x20ac],
]

const isFirst = (code) => FIRST_LETTERS.some(([first, last]) => code >= first && code <= last)

const LATIN_EXT = [
  [0x100, 0x130],
  [0x132, 0x151],
  [0x154, 0x2ba],
  [0x2bd, 0x2c5],
  [0x1d00, 0x1dbf],
  [0x1e00, 0x1eff],
  [0x2113, 0x2113],
]

/** Which letters each file has, and of which file of the packages. */
const SUBSETS = {
  latin: { of: 'latin', letters: lettersIn(LATIN, isFirst) },
  'latin-more': { of: 'latin', letters: lettersIn(LATIN, (code) => !isFirst(code)) },
  'latin-ext': { of: 'latin-ext', letters: lettersIn(LATIN_EXT) },
}

/**
 * What cards of shared articles are drawn with (lib/cards): one weight, in a form that needs no unpacking, under names of
 * our own. The Noto families are no dependency; `npm install --no-save @fontsource/noto-naskh-arabic
 * @fontsource/noto-serif-hebrew @fontsource/noto-serif-devanagari @fontsource/noto-serif-thai` fetches them.
 */
const CARD_FACES = [
  ...['latin', 'latin-ext', 'vietnamese'].flatMap((subset) => [
    { name: 'head', subset, from: `-variable/newsreader/files/newsreader-${subset}-opsz-normal`, opsz: 60 },
    { name: 'plain', subset, from: `-variable/libre-franklin/files/libre-franklin-${subset}-wght-normal` },
  ]),
  ...['cyrillic', 'greek'].map((subset) => {
    return {
      name: 'head',
      subset,
      from: `-variable/source-serif-4/files/source-serif-4-${subset}-opsz-normal`,
      opsz: 60,
    }
  }),
  ...[
    ['arabic', 'noto-naskh-arabic'],
    ['hebrew', 'noto-serif-hebrew'],
    ['devanagari', 'noto-serif-devanagari'],
    ['thai', 'noto-serif-thai'],
  ].map(([subset, family]) => {
    return { name: 'head', subset, from: `/${family}/files/${family}-${subset}-600-normal`, isStatic: true }
  }),
]

const CARD_SUBSETS = {
  latin: LATIN,
  'latin-ext': LATIN_EXT,
  vietnamese: [
    [0x102, 0x103],
    [0x110, 0x111],
    [0x128, 0x129],
    [0x168, 0x169],
    [0x1a0, 0x1a1],
    [0x1af, 0x1b0],
    [0x300, 0x301],
    [0x303, 0x309],
    [0x323, 0x323],
    [0x1ea0, 0x1ef9],
    [0x20ab, 0x20ab],
  ],
  cyrillic: [
    [0x301, 0x301],
    [0x400, 0x45f],
    [0x490, 0x491],
    [0x4b0, 0x4b1],
    [0x2116, 0x2116],
  ],
  greek: [[0x370, 0x3ff]],
  arabic: [
    [0x600, 0x6ff],
    [0x750, 0x77f],
    [0x200c, 0x200f],
    [0x2e41, 0x2e41],
    [0xfb50, 0xfdff],
    [0xfe70, 0xfefc],
  ],
  hebrew: [
    [0x591, 0x5f4],
    [0x200c, 0x200f],
    [0xfb1d, 0xfb4f],
  ],
  devanagari: [
    [0x900, 0x97f],
    [0x200c, 0x200d],
    [0x20b9, 0x20b9],
    [0xa8e0, 0xa8ff],
  ],
  thai: [
    [0xe01, 0xe5b],
    [0x200c, 0x200d],
    [0x25cc, 0x25cc],
  ],
}

/** What names the files. */
const NAMED_IN = ['../../app/styles/fonts.css', '../reader/letters.css', '../../app/layout.tsx']

const here = (name) => fileURLToPath(new URL(name, import.meta.url))
const packages = (name) => fileURLToPath(new URL(`../../node_modules/@fontsource-variable/${name}`, import.meta.url))

for (const { name, from, axes, as } of FACES) {
  for (const [subset, { of, letters }] of Object.entries(SUBSETS)) {
    const source = await readFile(packages(from.replace('{}', of)))
    const pinned = await subsetFont(source, letters, { targetFormat: 'sfnt', variationAxes: axes })
    const font = await subsetFont(as ? renamed(pinned, as) : pinned, letters, { targetFormat: 'woff2' })
    const file = await keep(`${name}-${subset}`, font)
    process.stdout.write(`${file} ${(font.length / 1000).toFixed(1)} kB\n`)
  }
}

for (const { name, subset, from, opsz, isStatic } of CARD_FACES) {
  const path = fileURLToPath(new URL(`../../node_modules/@fontsource${from}.woff2`, import.meta.url))
  if (!existsSync(path)) {
    process.stdout.write(`${path} is not there: its file stays as it is.\n`)
    continue
  }
  const letters = lettersIn(CARD_SUBSETS[subset])
  const axes = isStatic ? undefined : { wght: 600, ...(opsz && { opsz }) }
  const pinned = await subsetFont(await readFile(path), letters, { targetFormat: 'sfnt', variationAxes: axes })
  const file = `${name}-${subset}.ttf`
  await writeFile(here(`../../lib/cards/fonts/${file}`), renamed(pinned, `Broadsheet ${name} ${subset}`))
  process.stdout.write(`${file} ${(pinned.length / 1000).toFixed(1)} kB\n`)
}

/**
 * Browsers keep a font for ever: its name changes with its content, and whoever names it is told.
 *
 * @returns the name of the file
 */
async function keep(face, font) {
  const file = `${face}-${createHash('sha256').update(font).digest('hex').slice(0, 8)}.woff2`
  const former = new RegExp(`(?<=/|^)${face}-[0-9a-f]{8}\\.woff2`, 'g')
  for (const name of await readdir(here('.')))
    if (name !== file && name.replace(former, '') === '') await rm(here(name))
  await writeFile(here(file), font)
  for (const place of NAMED_IN) {
    const text = await readFile(here(place), 'utf8')
    await writeFile(here(place), text.replace(former, file))
  }
  return file
}

function lettersIn(ranges, isWanted = () => true) {
  let letters = ''
  for (const [first, last] of ranges)
    for (let code = first; code <= last; code += 1) if (isWanted(code)) letters += String.fromCodePoint(code)
  return letters
}

/** The font with a `name` table of three records (OpenType 1.9.1, “name”): family, unique id, full name. */
function renamed(font, family) {
  const table = nameTable({ 1: family, 3: `Broadsheet;${family}`, 4: family, 6: family.replaceAll(' ', '') })
  const count = font.readUInt16BE(4)
  const records = []
  for (let index = 0; index < count; index += 1) {
    const at = 12 + index * 16
    const tag = font.toString('latin1', at, at + 4)
    const [offset, length] = [font.readUInt32BE(at + 8), font.readUInt32BE(at + 12)]
    records.push({ tag, data: tag === 'name' ? table : font.subarray(offset, offset + length) })
  }
  return assemble(font.subarray(0, 12), records)
}

function nameTable(names) {
  const entries = Object.entries(names).map(([id, text]) => ({
    id: Number(id),
    bytes: Buffer.from(text, 'utf16le').swap16(),
  }))
  const header = Buffer.alloc(6 + entries.length * 12)
  header.writeUInt16BE(entries.length, 2)
  header.writeUInt16BE(header.length, 4)
  let offset = 0
  for (const [index, { id, bytes }] of entries.entries()) {
    const windowsEnglish = [3, 1, 0x409, id, bytes.length, offset]
    for (const [place, value] of windowsEnglish.entries()) header.writeUInt16BE(value, 6 + index * 12 + place * 2)
    offset += bytes.length
  }
  return Buffer.concat([header, ...entries.map(({ bytes }) => bytes)])
}

function assemble(header, records) {
  const directory = Buffer.alloc(records.length * 16)
  const parts = []
  let offset = header.length + directory.length
  for (const [index, { tag, data }] of records.entries()) {
    const padded = Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)])
    directory.write(tag, index * 16, 'latin1')
    directory.writeUInt32BE(checksum(padded), index * 16 + 4)
    directory.writeUInt32BE(offset, index * 16 + 8)
    directory.writeUInt32BE(data.length, index * 16 + 12)
    parts.push(padded)
    offset += padded.length
  }
  return Buffer.concat([header, directory, ...parts])
}

function checksum(bytes) {
  let sum = 0
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0
  return sum
}
