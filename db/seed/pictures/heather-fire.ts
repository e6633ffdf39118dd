import { around, blurred, disc, down, glow, line, oval, path, pick, round, type Scene, stroke, times } from './kit'
import { ridge, sky, stars } from './nature'
import { silhouette } from './people'
import { tufts } from './trees'

/** A line of fire along a hillside at dusk, and the people who beat it. */
export const heatherFire: Scene = (random) => {
  /** Where the fire runs, over the width of the picture. */
  const front = (x: number) => 900 - (x / 1920) * 250 + Math.sin(x / 140) * 22 + Math.sin(x / 47) * 8
  const flame = (x: number, base: number, tall: number) => {
    const lean = tall * 0.35
    const tongue = (wide: number, high: number, colour: string) =>
      path(
        `M${round(x - wide)} ${round(base)} Q${round(x - wide * 0.9)} ${round(base - high * 0.45)} ${round(x + lean * (high / tall))} ${round(base - high)} Q${round(x + wide * 1.1)} ${round(base - high * 0.4)} ${round(x + wide)} ${round(base)}Z`,
        colour,
      )
    return (
      tongue(tall * 0.3, tall, '#f0642a') +
      tongue(tall * 0.2, tall * 0.7, '#fca63a') +
      tongue(tall * 0.1, tall * 0.42, '#fff0b0')
    )
  }
  return [
    sky('#1f2344', '#4a3b63', '#9a5568', '#e8895a', '#f7bd77'),
    stars(random, 300, 70),
    ridge(random, { top: 640, rise: 260, fill: down('#59456b', '#8a5a6c'), peaks: true, bottom: 900 }),
    ridge(random, { top: 720, rise: 120, fill: down('#3e3452', '#5b3f55'), bottom: 980 }),
    blurred(
      26,
      times(30, (_, along) => {
        const x = 150 + along * 1700
        return oval(
          x + random(-40, 160),
          front(x) - random(110, 520),
          random(90, 250),
          random(40, 120),
          pick(random, ['#6b4a5c', '#8a5a5a', '#3a3048', '#c07a5c']),
          `opacity="${round(random(0.18, 0.5))}"`,
        )
      }),
    ),
    path(
      `M0 ${round(front(0))} ${times(49, (index) => `L${index * 40} ${round(front(index * 40))} `)} V1280 H0Z`,
      down('#3a2133', '#4e2b3d', '#2c1a2c'),
    ),
    path(
      `M0 ${round(front(0) - 4)} ${times(49, (index) => `L${index * 40} ${round(front(index * 40) - 4)} `)} L1920 ${round(front(1920) - 150)} Q1300 ${round(front(1300) - 110)} 900 ${round(front(900) - 70)} T0 ${round(front(0) - 40)}Z`,
      down('#201723', '#120d16'),
      'opacity=".85"',
    ),
    times(12, (index) => glow(index * 170, front(index * 170), 260, '#ff8a3a', 0.5)),
    times(120, () => {
      const x = random(-10, 1930)
      return flame(x, front(x) + random(-4, 12), random(26, 96))
    }),
    times(18, () => {
      const x = random(0, 1920)
      return flame(x, front(x) + 8, random(100, 170))
    }),
    tufts(random, 930, 1280, ['#8a4a72', '#a85f86', '#5c3350', '#c97f6a', '#3c2438'], 620),
    path('M0 1020 Q500 930 1100 1010 T1920 900 V960 Q1400 1060 1000 1070 T0 1090Z', '#ff9a4a', 'opacity=".14"'),
    times(4, (index) => {
      const x = [420, 700, 1090, 1420][index] ?? 0
      const base = front(x) + ([210, 170, 190, 170][index] ?? 0)
      const tilt = index % 2 ? 1 : -1
      return (
        oval(x + 20, base, 70, 9, '#160d18', 'opacity=".6"') +
        silhouette(x, base, 232, '#170f1c', {
          walks: 0.6 * tilt,
          hat: index === 2 ? '#170f1c' : undefined,
          arms: 'out',
        }) +
        line(x + tilt * 34, base - 156, x + tilt * 128, base - 300, '#170f1c', 7) +
        path(
          `M${round(x + tilt * 112)} ${round(base - 296)} l${round(tilt * 54)} -26 18 44 ${round(tilt * -52)} 18Z`,
          '#170f1c',
        ) +
        stroke(`M${x - 20} ${base - 196} q10 -14 26 -12`, '#ffb060', 5, 'opacity=".8"')
      )
    }),
    times(150, () => {
      const x = random(0, 1920)
      return disc(
        x,
        front(x) - random(20, 620),
        random(1.2, 4.5),
        pick(random, ['#ffd27a', '#ff9a4a', '#fff0c0']),
        `opacity="${round(random(0.3, 0.95))}"`,
      )
    }),
    oval(960, 1300, 1200, 200, around('#120b1400', '#120b1488', '#120b14'), 'opacity=".5"'),
  ]
}
