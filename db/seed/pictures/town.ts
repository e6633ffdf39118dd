import { across, box, type Chance, disc, glow, line, mix, path, pick, round, shape, stroke, times, WIDTH } from './kit'

/** Streets: houses, lamps, strings of lights. */

type Street = {
  base: number
  walls: string[]
  roofs: string[]
  light: string
  least: number
  most: number
  wide: number
  lit?: number
  from?: number
  to?: number
}

/** A row of gabled houses; `lit` is the share of windows with a light behind them. */
export function houses(
  random: Chance,
  { base, walls, roofs, light, least, most, wide, lit = 0.3, from = -30, to = WIDTH }: Street,
): string {
  const drawn: string[] = []
  for (let x = from; x < to; ) {
    const [width, height, wall, roof] = [
      wide * random(0.75, 1.3),
      random(least, most),
      pick(random, walls),
      pick(random, roofs),
    ]
    drawn.push(house(random, { x, base, width, height, wall, roof, light, lit }))
    x += width + random(-1, 2)
  }
  return drawn.join('')
}

type House = {
  x: number
  base: number
  width: number
  height: number
  wall: string
  roof: string
  light: string
  lit: number
}

/** One house, its gable to the street or its eaves. */
export function house(random: Chance, { x, base, width, height, wall, roof, light, lit }: House): string {
  const top = base - height
  const peak = width * random(0.45, 0.75)
  const gable = random() > 0.4
  const roofing = gable
    ? shape(
        `${round(x)},${round(top + 1)} ${round(x + width / 2)},${round(top - peak)} ${round(x + width)},${round(top + 1)}`,
        across(wall, mix(wall, '#1a1c2a', 0.22)),
      ) +
      stroke(
        `M${round(x - 4)} ${round(top + 4)} L${round(x + width / 2)} ${round(top - peak)} L${round(x + width + 4)} ${round(top + 4)}`,
        roof,
        Math.max(4, width * 0.06),
      )
    : shape(
        `${round(x - 4)},${round(top + 2)} ${round(x + width * 0.1)},${round(top - peak * 0.7)} ${round(x + width * 0.9)},${round(top - peak * 0.7)} ${round(x + width + 4)},${round(top + 2)}`,
        roof,
      )
  const columns = Math.max(2, Math.floor(width / 44))
  const rows = Math.max(1, Math.floor(height / 64))
  const [pane, gap] = [(width / columns) * 0.42, width / columns]
  const windows = times(rows, (row) =>
    times(columns, (column) => {
      const isLit = random() < lit
      const [left, y] = [x + column * gap + (gap - pane) / 2, top + height * 0.1 + row * (height / rows) * 0.92]
      const tall = Math.min(pane * 1.5, (height / rows) * 0.6)
      const glass = box(left, y, pane, tall, isLit ? light : mix(wall, '#16202e', 0.62))
      return (
        box(left - 3, y - 3, pane + 6, tall + 6, mix(wall, '#ffffff', 0.35)) +
        glass +
        line(left + pane / 2, y, left + pane / 2, y + tall, mix(wall, '#ffffff', 0.3), 2)
      )
    }),
  )
  const chimney =
    random() > 0.5 ? box(x + width * 0.72, top - peak * 0.8, width * 0.12, peak * 0.6, mix(roof, '#20202a', 0.3)) : ''
  return chimney + box(x, top, width, height + 2, across(wall, mix(wall, '#1a1c2a', 0.22))) + roofing + windows
}

/** A street lamp, lit. */
export function lamp(x: number, base: number, height: number, ink: string, light: string, halo = 2.4): string {
  const head = base - height
  const size = height * 0.055
  return [
    path(
      `M${round(x - size * 0.5)} ${base} L${round(x - size * 0.18)} ${round(head)} h${round(size * 0.36)} L${round(x + size * 0.5)} ${base}Z`,
      ink,
    ),
    shape(
      `${round(x - size)},${round(head - size * 2.2)} ${round(x + size)},${round(head - size * 2.2)} ${round(x + size * 0.65)},${round(head)} ${round(x - size * 0.65)},${round(head)}`,
      light,
    ),
    path(
      `M${round(x - size * 1.25)} ${round(head - size * 2.2)} L${round(x)} ${round(head - size * 3.4)} L${round(x + size * 1.25)} ${round(head - size * 2.2)}Z`,
      ink,
    ),
    disc(x, head - size * 3.5, size * 0.25, ink),
    glow(x, head - size, height * 0.22 * halo, light, 0.85),
  ].join('')
}

/** Bulbs on a wire between two points, hanging through by `sag`. */
export function bulbs(
  [x, y]: [number, number],
  [toX, toY]: [number, number],
  sag: number,
  count: number,
  light: string,
  size = 6,
): string {
  const at = (along: number): [number, number] => [
    x + (toX - x) * along,
    y + (toY - y) * along + Math.sin(along * Math.PI) * sag,
  ]
  const wire = times(21, (_, along) => `${along ? 'L' : 'M'}${at(along).map(round).join(' ')}`)
  return (
    stroke(wire, '#1b1d28', 2.4, 'opacity=".7"') +
    times(count, (_, along) => {
      const [left, top] = at(along)
      return glow(left, top + size, size * 6, light, 0.7) + disc(left, top + size, size, light)
    })
  )
}
