import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'

/**
 * Draws the icons that are pixels from favicon.svg beside this file. `npm run icons` repeats it; the results are kept with
 * the code. A maskable icon fills its square and keeps the drawing in the circle that no mask cuts (W3C, Web Application
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
