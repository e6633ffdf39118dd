import {
  around,
  blurred,
  box,
  type Chance,
  disc,
  down,
  glow,
  HEIGHT,
  line,
  oval,
  path,
  round,
  shape,
  stroke,
  times,
  WIDTH,
} from './kit'
import { fir } from './trees'

/** Sky, ground, water and weather. */

export const sky = (...colours: string[]) => box(0, 0, WIDTH, HEIGHT, down(...colours))

export function sun(x: number, y: number, radius: number, colour: string, halo = colour): string {
  return glow(x, y, radius * 9, halo, 0.75) + disc(x, y, radius, colour)
}

/** Long flat clouds, thinner towards the horizon. */
export function streaks(
  random: Chance,
  top: number,
  bottom: number,
  colour: string,
  count = 14,
  opacity = 0.4,
): string {
  const drawn = times(count, () => {
    const depth = random()
    const y = top + depth * (bottom - top)
    const length = random(260, 900) * (1.2 - depth * 0.6)
    const thick = (34 - depth * 24) * random(0.5, 1)
    const x = random(-200, WIDTH)
    const d = `M${round(x)} ${round(y)} q${round(length * 0.3)} ${round(-thick)} ${round(length * 0.55)} ${round(-thick * 0.4)} t${round(length * 0.45)} ${round(thick * 0.5)} q${round(-length * 0.4)} ${round(thick * 0.55)} ${round(-length)} ${round(-thick * 0.1)}Z`
    return path(d, colour, `opacity="${round(opacity * random(0.4, 1))}"`)
  })
  return blurred(3, drawn)
}

/** A heap of cloud with a flat foot. */
export function cloud(random: Chance, x: number, y: number, width: number, light: string, dark: string): string {
  const puffs = times(9, (_, along) => {
    const size = width * (0.09 + 0.13 * Math.sin(along * Math.PI) * random(0.7, 1.2))
    return disc(x + (along - 0.5) * width * 0.82, y - size * random(0.35, 0.75), size, down(light, dark))
  })
  return blurred(
    2,
    puffs + box(x - width * 0.46, y - width * 0.06, width * 0.92, width * 0.08, dark, `rx="${round(width * 0.04)}"`),
  )
}

type Ridge = { top: number; rise: number; fill: string; bottom?: number; peaks?: boolean; trees?: string }

/** A range of hills, or of mountains with `peaks`; with `trees`, firs of that colour stand on its crest. */
export function ridge(random: Chance, { top, rise, fill, bottom = HEIGHT, peaks = false, trees }: Ridge): string {
  const height = heights(random, peaks)
  const at = (x: number) => top - height(x) * rise
  const crest = times(Math.ceil(WIDTH / 12) + 1, (index) => `${index * 12},${round(at(index * 12))} `)
  const firs = trees
    ? times(130, () => {
        const x = random(0, WIDTH)
        return fir(x, at(x) + 8, random(22, 58), trees)
      })
    : ''
  return firs + shape(`0,${bottom} ${crest}${WIDTH},${bottom}`, fill)
}

/** Mist that lies across the whole picture. */
export function mist(y: number, height: number, colour: string, opacity = 0.8): string {
  return box(0, y - height / 2, WIDTH, height, down(`${colour}00`, colour, `${colour}00`), `opacity="${opacity}"`)
}

/** Open water up to the horizon; `shine` lays the path of a light on it. */
export function water(
  random: Chance,
  {
    top,
    bottom = HEIGHT,
    fill,
    light,
    count = 150,
    shine,
  }: {
    top: number
    bottom?: number
    fill: string
    light: string
    count?: number
    shine?: { x: number; colour: string; wide?: number }
  },
): string {
  const lens = (x: number, y: number, length: number, thick: number, colour: string, opacity: number) =>
    path(
      `M${round(x - length / 2)} ${round(y)} q${round(length / 2)} ${round(-thick)} ${round(length)} 0 q${round(-length / 2)} ${round(thick)} ${round(-length)} 0Z`,
      colour,
      `opacity="${round(opacity)}"`,
    )
  const depth = bottom - top
  const waves = times(count, () => {
    const far = random() ** 1.7
    return lens(
      random(-80, WIDTH + 80),
      top + 4 + far * depth,
      26 + far * random(120, 460),
      3 + far * 14,
      light,
      random(0.08, 0.34),
    )
  })
  const glints = shine
    ? times(110, () => {
        const far = random() ** 1.5
        const spread = (shine.wide ?? 60) * (0.35 + far * 2.2)
        return lens(
          shine.x + random(-1, 1) * spread * random(),
          top + 3 + far * depth,
          20 + far * random(70, 240),
          3 + far * 13,
          shine.colour,
          random(0.3, 0.85),
        )
      })
    : ''
  return box(0, top, WIDTH, depth, fill) + waves + glints
}

export function stars(random: Chance, bottom: number, count = 320, colour = '#f4efe0'): string {
  return times(count, () => {
    const y = random(0, bottom)
    return disc(
      random(0, WIDTH),
      y,
      random(0.7, 2.6) * (random() > 0.96 ? 1.7 : 1),
      colour,
      `opacity="${round(random(0.25, 1) * (1 - (y / bottom) * 0.7))}"`,
    )
  })
}

export function rain(random: Chance, count = 420, colour = '#dfe9ec', slant = 0.34): string {
  return times(count, () => {
    const [x, y, length] = [random(-50, WIDTH + 300), random(-80, HEIGHT), random(24, 110)]
    return line(x, y, x - length * slant, y + length, colour, random(1, 2.6), `opacity="${round(random(0.06, 0.28))}"`)
  })
}

export function snow(random: Chance, count = 380, colour = '#ffffff'): string {
  return times(count, () =>
    disc(
      random(0, WIDTH),
      random(0, HEIGHT),
      random(1.2, 5) * random(0.4, 1.2),
      colour,
      `opacity="${round(random(0.25, 0.85))}"`,
    ),
  )
}

export function gulls(random: Chance, x: number, y: number, spread: number, count: number, colour: string): string {
  return times(count, () => {
    const [left, top, size] = [x + random(-1, 1) * spread, y + random(-0.45, 0.45) * spread, random(9, 26)]
    const tilt = random(-0.3, 0.3) * size
    return stroke(
      `M${round(left - size)} ${round(top + tilt)} q${round(size * 0.5)} ${round(-size * 0.7)} ${round(size)} ${round(-tilt * 0.4)} q${round(size * 0.5)} ${round(-size * 0.75)} ${round(size)} ${round(-tilt)}`,
      colour,
      size / 6,
    )
  })
}

/** A mountain in snow, lit from the left. */
export function mountain(
  random: Chance,
  x: number,
  top: number,
  wide: number,
  foot: number,
  lit: string,
  shade: string,
): string {
  const side = (toX: number, rough: number) =>
    Array.from({ length: 12 }, (_, index) => {
      const along = (index + 1) / 12
      const bend = index === 11 ? 0 : random(-1, 1) * rough
      return `${round(x + (toX - x) * along ** 1.12 + bend)},${round(top + (foot - top) * along + bend * 0.3)}`
    })
  const [left, spine, right] = [side(x - wide, 22), side(x + wide * 0.18, 46), side(x + wide, 22)]
  const gullies = times(9, () => {
    const along = random(0.12, 0.75)
    const [startX, startY] = [x - wide * along * random(0.1, 0.85), top + (foot - top) * along]
    const fall = random(60, 190)
    return shape(
      `${round(startX)},${round(startY)} ${round(startX - fall * 0.55)},${round(startY + fall)} ${round(startX - fall * 0.2)},${round(startY + fall * 0.8)} ${round(startX + fall * 0.1)},${round(startY + fall * 1.25)}`,
      shade,
      'opacity=".4"',
    )
  })
  return (
    shape([`${x},${top}`, ...left, ...right.reverse()].join(' '), lit) +
    shape([`${x},${top}`, ...spine, ...right].join(' '), shade) +
    gullies
  )
}

/** The soft light of a sky full of stars along a band. */
export function milkyWay(random: Chance, colour: string): string {
  const veil = times(26, (_, along) =>
    oval(
      300 + along * 1500 + random(-60, 60),
      720 - along * 700 + random(-50, 50),
      random(120, 260),
      random(50, 120),
      around(`${colour}88`, `${colour}00`),
      'transform="rotate(-24 960 400)"',
    ),
  )
  const dust = times(520, () => {
    const along = random()
    const off = (random() + random() + random() - 1.5) * 150
    return disc(
      220 + along * 1560 + off * 0.4,
      760 - along * 740 + off,
      random(0.6, 1.9),
      '#ffffff',
      `opacity="${round(random(0.2, 0.9))}"`,
    )
  })
  return blurred(14, veil) + dust
}

/** Smooth noise over the width of the picture, 0–1; with peaks, folded so that it has edges. */
function heights(random: Chance, peaks: boolean): (x: number) => number {
  const layers = (peaks ? [420, 190, 80, 34] : [620, 270, 110, 40]).map((step, index) => ({
    step,
    weight: peaks ? [0.55, 0.26, 0.12, 0.07][index] : [0.66, 0.24, 0.07, 0.03][index],
    knots: Array.from({ length: Math.ceil(WIDTH / step) + 3 }, () => random()),
    shift: random(0, step),
  }))
  return (x) => {
    let total = 0
    for (const { step, weight = 0, knots, shift } of layers) {
      const place = (x + shift) / step
      const [knot, rest] = [Math.floor(place), place % 1]
      const eased = peaks ? rest : rest * rest * (3 - 2 * rest)
      total += weight * ((knots[knot] ?? 0) * (1 - eased) + (knots[knot + 1] ?? 0) * eased)
    }
    return total
  }
}
