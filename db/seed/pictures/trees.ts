import { type Chance, disc, oval, path, pick, round, stroke, times, WIDTH } from './kit'

/** What grows: trees in summer and winter, grass. */

export function fir(x: number, base: number, height: number, fill: string): string {
  const half = height * 0.23
  return path(
    `M${round(x)} ${round(base - height)} L${round(x + half * 0.6)} ${round(base - height * 0.55)} L${round(x + half * 0.35)} ${round(base - height * 0.55)} L${round(x + half)} ${round(base)} L${round(x - half)} ${round(base)} L${round(x - half * 0.35)} ${round(base - height * 0.55)} L${round(x - half * 0.6)} ${round(base - height * 0.55)}Z`,
    fill,
  )
}

/** A broad tree: a trunk, and leaves lit from one side. */
export function tree(random: Chance, x: number, base: number, height: number, dark: string, light: string): string {
  const crown = (colour: string, shift: number, size: number, count: number) =>
    times(count, () => {
      const [angle, reach] = [random(0, Math.PI * 2), random(0, 0.24) * height]
      return disc(
        x + shift * height + Math.cos(angle) * reach,
        base - height * 0.68 + shift * height + Math.sin(angle) * reach * 0.75,
        height * size * random(0.7, 1.15),
        colour,
      )
    })
  const shadow = oval(x + height * 0.12, base, height * 0.4, height * 0.06, dark, 'opacity=".45"')
  return (
    shadow +
    path(
      `M${round(x - height * 0.03)} ${round(base)} L${round(x - height * 0.018)} ${round(base - height * 0.6)} h${round(height * 0.036)} L${round(x + height * 0.035)} ${round(base)}Z`,
      dark,
    ) +
    crown(dark, 0.03, 0.24, 11) +
    crown(light, -0.06, 0.13, 10)
  )
}

/** A tree in winter, grown from forks. */
export function bareTree(
  random: Chance,
  x: number,
  base: number,
  height: number,
  colour: string,
  frost?: string,
): string {
  const levels = height > 400 ? 6 : 4
  const twigs = Array.from({ length: levels + 1 }, () => '')
  const grow = (fromX: number, fromY: number, angle: number, length: number, left: number): void => {
    const [toX, toY] = [fromX + Math.sin(angle) * length, fromY - Math.cos(angle) * length]
    twigs[left] += `M${Math.round(fromX)} ${Math.round(fromY)}L${Math.round(toX)} ${Math.round(toY)}`
    if (left === 0) return
    const forks = random() > 0.72 ? 3 : 2
    for (let fork = 0; fork < forks; fork += 1) {
      const turn = (fork - (forks - 1) / 2) * random(0.6, 1.05) + random(-0.14, 0.14)
      grow(toX, toY, angle + turn, length * random(0.68, 0.86), left - 1)
    }
  }
  grow(x, base, random(-0.08, 0.08), height * 0.26, levels)
  const wood = twigs.map((d, left) => stroke(d, colour, Math.max(1.6, height * 0.0075 * (left + 6 - levels) ** 1.3)))
  const rime = frost
    ? twigs
        .slice(0, 4)
        .map((d, left) => `<g transform="translate(-1 -3)">${stroke(d, frost, 2 + left * 0.9, 'opacity=".85"')}</g>`)
    : []
  return [...wood.reverse(), ...rime].join('')
}

/** Tufts of grass or heather. */
export function tufts(random: Chance, top: number, bottom: number, colours: string[], count = 300): string {
  return times(count, () => {
    const far = random()
    const [x, y, size] = [random(0, WIDTH), top + far * (bottom - top), (0.3 + far) * random(10, 30)]
    return stroke(
      `M${round(x)} ${round(y)} q${round(random(-8, 8))} ${round(-size * 0.6)} ${round(random(-14, 14))} ${round(-size)}`,
      pick(random, colours),
      1.5 + far * 2.5,
      `opacity="${round(random(0.35, 0.9))}"`,
    )
  })
}
