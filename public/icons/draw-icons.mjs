import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'

/**
 * Draws the icons that are pixels from favicon.svg beside this file. `npm run icons` repeats it; the results are kept with
 * the code. favicon.ico is for whoever asks for the old address without reading the page. A maskable icon fills its square and keeps the drawing in the circle that no mask cuts (W3C, Web Application
 * Manifest, “Icon masks and safe zone”).
 */
const here = (name) => fileURLToPath(new URL(name, import.meta.url))
const drawing = await readFile(here('favicon.svg'), 'utf8')
const square = drawing.replace(' rx="4"', '')
const maskable = square
  .replace('viewBox="0 0 32 32"', 'viewBox="-4 -4 40 40"')
  .replace(/<rect[^>]*\/>/, '<rect x="-4" y="-4" width="40" height="40" fill="#0f4c5c"/>')

for (const [name, svg, size] of [
  ['icon-192', drawing, 192],
  ['icon-512', drawing, 512],
  ['icon-maskable-512', maskable, 512],
  ['apple-touch-icon', square, 180],
]) {
  const file = here(`${name}.png`)
  const { size: bytes } = await sharp(Buffer.from(svg), { density: (72 * size) / 32 })
    .resize(size, size)
    .png({ palette: true, compressionLevel: 9 })
    .toFile(file)
  process.stdout.write(`${name}.png ${bytes} bytes\n`)
}

const small = await sharp(Buffer.from(drawing), { density: 72 }).resize(32, 32).png({ compressionLevel: 9 }).toBuffer()
await writeFile(here('../favicon.ico'), iconFile(small, 32))

/** One PNG as an ICO file: a directory of one entry, then the picture (Microsoft, “ICO file format”). */
function iconFile(png, size) {
  const header = Buffer.alloc(22)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(1, 4)
  header.writeUInt8(size, 6)
  header.writeUInt8(size, 7)
  header.writeUInt16LE(1, 10)
  header.writeUInt16LE(32, 12)
  header.writeUInt32LE(png.length, 14)
  header.writeUInt32LE(header.length, 18)
  return Buffer.concat([header, png])
}
