/** A small drawing kit: shapes as SVG text, chance that always falls the same way. */

export const WIDTH = 1920
export const HEIGHT = 1280

export type Chance = (least?: number, most?: number) => number

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

export function svg(content: string[], width = WIDTH, height = HEIGHT): string {
  const grain = `<filter id="grain"><feTurbulence type="fractalNoise" baseFrequency=".9" numOctaves="2" seed="7"/><feColorMatrix values="0 0 0 0 .5 0 0 0 0 .5 0 0 0 0 .5 0 0 0 .09 0"/></filter>`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<defs>${grain}</defs>`,
    ...content,
    `<rect width="${width}" height="${height}" filter="url(#grain)"/>`,
    '</svg>',
  ].join('')
}

/** A rectangle filled from top to bottom with colours that run into each other. */
export function wash(colours: string[], { x = 0, y = 0, width = WIDTH, height = HEIGHT, across = false } = {}): string {
  const stops = colours
    .map((colour, index) => `<stop offset="${round(index / (colours.length - 1))}" stop-color="${colour}"/>`)
    .join('')
  const id = `wash-${colours.join('').replaceAll(/\W/g, '')}-${Math.round(x)}-${Math.round(y)}-${Math.round(width)}-${Math.round(height)}`
  const direction = across ? 'x2="1" y2="0"' : 'x2="0" y2="1"'
  return `<linearGradient id="${id}" ${direction}>${stops}</linearGradient><rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="url(#${id})"/>`
}

export function disc(x: number, y: number, radius: number, fill: string, extra = ''): string {
  return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" fill="${fill}" ${extra}/>`
}

export function box(x: number, y: number, width: number, height: number, fill: string, extra = ''): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${fill}" ${extra}/>`
}

export function shape(points: [number, number][], fill: string, extra = ''): string {
  return `<polygon points="${points.map(([x, y]) => `${round(x)},${round(y)}`).join(' ')}" fill="${fill}" ${extra}/>`
}

export function line(
  x: number,
  y: number,
  toX: number,
  toY: number,
  stroke: string,
  width: number,
  extra = '',
): string {
  return `<line x1="${round(x)}" y1="${round(y)}" x2="${round(toX)}" y2="${round(toY)}" stroke="${stroke}" stroke-width="${round(width)}" stroke-linecap="round" ${extra}/>`
}

/** Light that fades into what is around it. */
export function glow(x: number, y: number, radius: number, fill: string, opacity = 0.5): string {
  const id = `glow-${round(x)}-${round(y)}-${round(radius)}`.replaceAll('.', '_')
  const stops = `<stop offset="0" stop-color="${fill}"/><stop offset=".45" stop-color="${fill}" stop-opacity=".45"/><stop offset="1" stop-color="${fill}" stop-opacity="0"/>`
  return `<radialGradient id="${id}">${stops}</radialGradient>${disc(x, y, radius * 1.5, `url(#${id})`, `opacity="${opacity}"`)}`
}

/** A range of hills: a curve of a given height and roughness, filled to the bottom. */
export function hills(random: Chance, top: number, rough: number, fill: string, bottom = HEIGHT): string {
  const phases = [random(0, 6), random(0, 6), random(0, 6)]
  const points: string[] = []
  for (let x = 0; x <= WIDTH; x += 24) {
    const wave =
      Math.sin(x / 310 + (phases[0] ?? 0)) * 0.6 +
      Math.sin(x / 130 + (phases[1] ?? 0)) * 0.28 +
      Math.sin(x / 47 + (phases[2] ?? 0)) * 0.1
    points.push(`${x},${round(top + wave * rough)}`)
  }
  return `<polygon points="0,${bottom} ${points.join(' ')} ${WIDTH},${bottom}" fill="${fill}"/>`
}

/** Water: long flat strokes of light that crowd towards the horizon. */
export function ripples(
  random: Chance,
  top: number,
  bottom: number,
  stroke: string,
  count = 90,
  opacity = 0.35,
): string {
  const strokes: string[] = []
  for (let index = 0; index < count; index += 1) {
    const depth = random() ** 1.6
    const y = top + depth * (bottom - top)
    const length = 30 + depth * random(60, 360)
    const x = random(-100, WIDTH)
    strokes.push(line(x, y, x + length, y, stroke, 1.5 + depth * 5, `opacity="${round(opacity * random(0.3, 1))}"`))
  }
  return strokes.join('')
}

/** Slanting rain. */
export function rain(random: Chance, count = 260): string {
  const drops: string[] = []
  for (let index = 0; index < count; index += 1) {
    const [x, y, length] = [random(-50, WIDTH + 100), random(-50, HEIGHT), random(30, 90)]
    drops.push(line(x, y, x - length * 0.32, y + length, '#dfe8ec', 2, `opacity="${round(random(0.08, 0.3))}"`))
  }
  return drops.join('')
}

/** A row of gabled houses with lit windows. */
export function houses(
  random: Chance,
  base: number,
  fills: string[],
  light: string,
  [least, most] = [120, 240],
): string {
  const parts: string[] = []
  for (let x = -20; x < WIDTH; ) {
    const [width, height] = [random(90, 170), random(least, most)]
    const fill = fills[Math.floor(random(0, fills.length))] ?? '#333'
    parts.push(box(x, base - height, width, height + 4, fill))
    parts.push(
      shape(
        [
          [x - 6, base - height],
          [x + width / 2, base - height - random(40, 90)],
          [x + width + 6, base - height],
        ],
        fill,
      ),
    )
    for (let row = base - height + 26; row < base - 46; row += 58) {
      for (let column = x + 18; column < x + width - 30; column += 40) {
        if (random() > 0.45) parts.push(box(column, row, 18, 28, light, `opacity="${round(random(0.5, 1))}"`))
      }
    }
    x += width + random(-2, 10)
  }
  return parts.join('')
}

/** A person standing, as a silhouette. */
export function figure(x: number, base: number, height: number, fill: string): string {
  const head = height * 0.075
  const shoulder = height * 0.13
  return [
    disc(x, base - height + head, head, fill),
    `<path d="M${round(x - shoulder)} ${round(base - height * 0.74)} Q${round(x)} ${round(base - height * 0.9)} ${round(x + shoulder)} ${round(base - height * 0.74)} L${round(x + shoulder * 0.9)} ${round(base - height * 0.4)} L${round(x + shoulder * 0.7)} ${round(base)} L${round(x + shoulder * 0.12)} ${round(base)} L${round(x)} ${round(base - height * 0.38)} L${round(x - shoulder * 0.12)} ${round(base)} L${round(x - shoulder * 0.7)} ${round(base)} L${round(x - shoulder * 0.9)} ${round(base - height * 0.4)} Z" fill="${fill}"/>`,
  ].join('')
}

export function round(value: number): number {
  return Math.round(value * 100) / 100
}
