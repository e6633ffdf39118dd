/** A small drawing kit: shapes as SVG text, paints named by their colours, chance that always falls the same way. */

export const WIDTH = 1920
export const HEIGHT = 1280

export type Chance = (least?: number, most?: number) => number
export type Scene = (random: Chance) => string[]

/** A generator of numbers that a name decides (mulberry32 over an FNV-1a hash). */
export function chance(name: string): Chance {
  let state = 2166136261
  for (const letter of name) state = Math.imul(state ^ letter.charCodeAt(0), 16777619) >>> 0
  return (least = 0, most = 1) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return least + (((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * (most - least)
  }
}

export function pick<Item>(random: Chance, items: readonly Item[]): Item {
  return items[Math.floor(random(0, items.length))] as Item
}

/** Draws something a number of times, handing over its number and how far along it is, 0–1. */
export function times(count: number, draw: (index: number, along: number) => string): string {
  return Array.from({ length: count }, (_, index) => draw(index, count > 1 ? index / (count - 1) : 0)).join('')
}

/** A paint that runs from one colour to the next, downwards. Colours may carry an alpha: `#rrggbbaa`. */
export const down = (...colours: string[]) => `paint(down ${colours.join(' ')})`
export const across = (...colours: string[]) => `paint(across ${colours.join(' ')})`
/** From the middle outwards. */
export const around = (...colours: string[]) => `paint(around ${colours.join(' ')})`

/** The colour a fraction of the way from one to another, both `#rrggbb`. */
export function mix(from: string, to: string, fraction: number): string {
  const channel = (colour: string, place: number) => Number.parseInt(colour.slice(place, place + 2), 16)
  const mixed = [1, 3, 5].map((place) => channel(from, place) * (1 - fraction) + channel(to, place) * fraction)
  return `#${mixed.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`
}

export function box(x: number, y: number, width: number, height: number, fill: string, extra = ''): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${fill}" ${extra}/>`
}

export function disc(x: number, y: number, radius: number, fill: string, extra = ''): string {
  return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" fill="${fill}" ${extra}/>`
}

export function oval(x: number, y: number, across: number, up: number, fill: string, extra = ''): string {
  return `<ellipse cx="${round(x)}" cy="${round(y)}" rx="${round(across)}" ry="${round(up)}" fill="${fill}" ${extra}/>`
}

/** A closed shape with straight sides, its corners as `x,y x,y …`. */
export function shape(corners: string, fill: string, extra = ''): string {
  return `<polygon points="${corners}" fill="${fill}" ${extra}/>`
}

export function path(d: string, fill: string, extra = ''): string {
  return `<path d="${d}" fill="${fill}" ${extra}/>`
}

export function stroke(d: string, colour: string, width: number, extra = ''): string {
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${round(width)}" stroke-linecap="round" stroke-linejoin="round" ${extra}/>`
}

export function line(
  x: number,
  y: number,
  toX: number,
  toY: number,
  colour: string,
  width: number,
  extra = '',
): string {
  return stroke(`M${round(x)} ${round(y)}L${round(toX)} ${round(toY)}`, colour, width, extra)
}

export function seen(opacity: number, ...content: string[]): string {
  return `<g opacity="${round(opacity)}">${content.join('')}</g>`
}

export function blurred(radius: number, ...content: string[]): string {
  return `<g filter="blurred(${radius})">${content.join('')}</g>`
}

/** The content moved and scaled; a negative `flip` mirrors it. */
export function placed(x: number, y: number, scale: number, content: string, flip = 1): string {
  return `<g transform="translate(${round(x)} ${round(y)}) scale(${round(scale * flip)} ${round(scale)})">${content}</g>`
}

/** Light that brightens what is around it. */
export function glow(x: number, y: number, radius: number, colour: string, opacity = 0.6): string {
  return disc(
    x,
    y,
    radius,
    around(colour, `${colour}8c`, `${colour}3d`, `${colour}14`, `${colour}00`),
    `opacity="${round(opacity * 0.9)}"`,
  )
}

/** The whole picture: what was drawn, darker at its edges, with the grain of paper over it. */
export function finished(content: string[], width = WIDTH, height = HEIGHT, edge = 0.34): string {
  const drawn =
    content.join('') +
    box(
      -width * 0.22,
      -height * 0.22,
      width * 1.44,
      height * 1.44,
      around('#0a0d1400', '#0a0d1400', '#0a0d1422', '#0a0d14'),
      edgeOf(edge),
    )
  const { defs, body } = withDefinitions(drawn)
  const grain =
    '<filter id="grain" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency=".72" numOctaves="2" seed="11" stitchTiles="stitch"/><feColorMatrix values=".5 .5 0 0 -.02 .5 .5 0 0 -.02 .5 .5 0 0 -.02 0 0 0 0 1"/></filter><pattern id="paper" width="400" height="400" patternUnits="userSpaceOnUse"><rect width="400" height="400" filter="url(#grain)"/></pattern>'
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<defs>${defs}${grain}</defs>`,
    body,
    `<rect width="${width}" height="${height}" fill="url(#paper)" opacity=".42" style="mix-blend-mode:soft-light"/>`,
    '</svg>',
  ].join('')
}

export function round(value: number): number {
  return Math.round(value * 100) / 100
}

const edgeOf = (opacity: number) => `opacity="${opacity}"`

/** Every paint and blur that is named in the text gets a definition and its name becomes a reference to it. */
function withDefinitions(text: string): { defs: string; body: string } {
  const made = new Map<string, string>()
  const body = text.replace(/"(paint|blurred)\(([^)]*)\)"/g, (name, kind: string, words: string) => {
    if (!made.has(name))
      made.set(name, kind === 'paint' ? gradient(`g${made.size}`, words) : blur(`g${made.size}`, words))
    return `"url(#g${[...made.keys()].indexOf(name)})"`
  })
  return { defs: [...made.values()].join(''), body }
}

function gradient(id: string, words: string): string {
  const [direction, ...colours] = words.split(' ')
  const stops = colours.map((colour, index) => {
    const alpha = colour.length > 7 ? ` stop-opacity="${round(Number.parseInt(colour.slice(7), 16) / 255)}"` : ''
    return `<stop offset="${round(index / (colours.length - 1))}" stop-color="${colour.slice(0, 7)}"${alpha}/>`
  })
  if (direction === 'around') return `<radialGradient id="${id}">${stops.join('')}</radialGradient>`
  const end = direction === 'across' ? 'x2="1" y2="0"' : 'x2="0" y2="1"'
  return `<linearGradient id="${id}" ${end}>${stops.join('')}</linearGradient>`
}

function blur(id: string, radius: string): string {
  return `<filter id="${id}" x="-30%" y="-30%" width="160%" height="160%"><feGaussianBlur stdDeviation="${radius}"/></filter>`
}
