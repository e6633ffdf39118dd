import {
  across,
  box,
  disc,
  down,
  glow,
  line,
  mix,
  oval,
  path,
  pick,
  placed,
  round,
  type Scene,
  shape,
  stroke,
  times,
  WIDTH,
} from './kit'
import { onlooker, person } from './people'

/** The reading room in the evening: green lamps on long tables, books up to the vault. */
export const libraryReadingRoom: Scene = (random) => {
  const end: [number, number] = [960, 540]
  const at = (x: number, y: number, along: number) => deep(x, y, along, end).join(',')
  const near = (step: number) => 1 - 1 / (1 + step * 0.34)
  const bay = (x: number, from: number, to: number) =>
    times(7, (shelf) => {
      const [top, foot] = [190 + shelf * 128, 190 + shelf * 128 + 112]
      return (
        shape(`${at(x, top, from)} ${at(x, top, to)} ${at(x, foot, to)} ${at(x, foot, from)}`, '#2a1710') +
        times(13, (book) => {
          const [a, b] = [from + ((to - from) * book) / 13, from + ((to - from) * (book + 0.84)) / 13]
          const head = top + random(6, 34)
          return shape(
            `${at(x, head, a)} ${at(x, head, b)} ${at(x, foot, b)} ${at(x, foot, a)}`,
            pick(random, ['#8f3d30', '#c08a4a', '#3f5f58', '#2f4763', '#e0c590', '#6b4a58', '#a8643c', '#54683f']),
          )
        })
      )
    })
  const table = (left: number, right: number) =>
    shape(
      `${at(left, 1120, 0)} ${at(right, 1120, 0)} ${at(right, 1120, 0.78)} ${at(left, 1120, 0.78)}`,
      down('#e0a868', '#a86a3a', '#6b3d22'),
    ) + shape(`${at(left, 1120, 0)} ${at(right, 1120, 0)} ${at(right, 1180, 0)} ${at(left, 1180, 0)}`, '#4a2817')
  const reader = (x: number, y: number, size: number, coat: string, hair: string) =>
    placed(
      x,
      y,
      size,
      path('M-60 30 Q-58 -60 -24 -74 Q0 -84 24 -74 Q58 -60 60 30Z', across(coat, mix(coat, '#160c0c', 0.4))) +
        oval(0, -100, 26, 31, hair) +
        shape('-46,14 0,24 46,14 46,2 0,12 -46,2', '#fdf4de'),
    )
  const lampAt = (x: number, y: number, size: number) =>
    placed(
      x,
      y,
      size,
      box(-4, -70, 8, 70, '#d9b25c') +
        oval(0, 0, 24, 7, '#b98f3c') +
        path('M-52 -66 Q-44 -100 0 -102 Q44 -100 52 -66Z', down('#3fa078', '#1d5c46')),
    ) +
    glow(x, y - 56 * size, 120 * size, '#ffe6a0', 0.85) +
    oval(x, y + 6 * size, 100 * size, 16 * size, '#fff0bc', 'opacity=".4"')
  return [
    box(0, 0, WIDTH, 1280, '#3a2418'),
    shape(`0,190 0,1280 ${at(0, 1280, 0.8)} ${at(0, 190, 0.8)}`, across('#2a170f', '#5c3a24')),
    shape(`1920,190 1920,1280 ${at(1920, 1280, 0.8)} ${at(1920, 190, 0.8)}`, across('#5c3a24', '#2a170f')),
    path(`M0 190 L${at(0, 190, 0.8)} Q960 300 ${at(1920, 190, 0.8)} L1920 190 V0 H0Z`, down('#4a3226', '#b98d5c')),
    times(7, (step) => {
      const along = near(step)
      return stroke(
        `M${at(0, 190, along).replace(',', ' ')} Q${at(960, -330, along).replace(',', ' ')} ${at(1920, 190, along).replace(',', ' ')}`,
        mix('#5c3d28', '#e8c088', along),
        34 * (1 - along) + 3,
      )
    }),
    shape(`0,1280 1920,1280 ${at(1920, 1280, 0.8)} ${at(0, 1280, 0.8)}`, down('#c9935c', '#6b4028', '#331c12')),
    path(`M${at(0, 1280, 0.8)} L${at(0, 190, 0.8)} Q960 380 ${at(1920, 190, 0.8)} L${at(1920, 1280, 0.8)}Z`, '#8a6040'),
    path('M840 680 V480 Q840 400 960 384 Q1080 400 1080 480 V680Z', down('#bfd6e0', '#fbe2b4', '#ffd08a')),
    stroke('M900 396 V680 M960 384 V680 M1020 396 V680 M840 520 H1080 M840 600 H1080', '#6b4830', 6),
    glow(960, 520, 420, '#ffe0a8', 0.75),
    times(5, (step) => bay(0, near(step + 0.08), near(step + 0.8))),
    times(5, (step) => bay(1920, near(step + 0.08), near(step + 0.8))),
    times(5, (step) => {
      const along = near(step + 0.9)
      return times(2, (side) =>
        shape(
          `${at(side * 1920, 150, along)} ${at(side * 1920, 150, along + 0.03)} ${at(side * 1920, 1280, along + 0.03)} ${at(side * 1920, 1280, along)}`,
          '#b07a48',
        ),
      )
    }),
    times(3, (step) => {
      const along = near(step + 0.5)
      const [x, y] = deep(960, 60, along, end)
      const size = 1 - along
      return (
        line(x, y - 300 * size, x, y, '#2a170f', 5 * size) +
        stroke(
          `M${round(x - 190 * size)} ${round(y)} q${round(190 * size)} ${round(90 * size)} ${round(380 * size)} 0`,
          '#d9a95c',
          9 * size,
        ) +
        times(7, (bulb) => disc(x - 180 * size + bulb * 60 * size, y + 12 * size, 13 * size, '#fff6d4')) +
        glow(x, y + 20 * size, 270 * size, '#ffe2a0', 0.8)
      )
    }),
    times(5, (step) => {
      const along = near(4.2 - step * 0.8)
      const size = (1 - along) * 1.5
      const [x, y] = deep(470, 1090, along, end)
      const [x2, y2] = deep(1450, 1090, along, end)
      return (
        reader(
          x - 210 * size,
          y - 6,
          size,
          pick(random, ['#6b2f2c', '#2f4a58', '#7a6a3c']),
          pick(random, ['#1d1412', '#6b4528']),
        ) +
        reader(
          x2 + 210 * size,
          y2 - 6,
          size,
          pick(random, ['#3f5a44', '#8a4a34', '#35415c']),
          pick(random, ['#1d1412', '#a8763e']),
        )
      )
    }),
    table(190, 760),
    table(1160, 1730),
    times(6, (step) => {
      const along = near(4.6 - step * 0.9)
      const [x, y] = deep(475, 1112, along, end)
      const [x2, y2] = deep(1445, 1112, along, end)
      return lampAt(x, y, (1 - along) * 1.5) + lampAt(x2, y2, (1 - along) * 1.5)
    }),
    times(8, () => {
      const along = random(0, 0.4)
      const [x, y] = deep(
        pick(random, [random(230, 420), random(560, 720), random(1200, 1380), random(1520, 1690)]),
        1116,
        along,
        end,
      )
      const size = 1 - along
      return shape(
        `${round(x - 50 * size)},${round(y)} ${round(x)},${round(y - 8 * size)} ${round(x + 50 * size)},${round(y)} ${round(x + 44 * size)},${round(y - 22 * size)} ${round(x)},${round(y - 30 * size)} ${round(x - 44 * size)},${round(y - 22 * size)}`,
        '#fff4da',
      )
    }),
    person(960, 860, 220, { coat: '#7a3a34', legs: '#2a1a18', walks: 0.4, carries: '#e0c590', shadow: '#2a170f' }),
    onlooker(330, 1300, 150, '#1f2f3c', '#2a1a14'),
    onlooker(1600, 1310, 160, '#5c2a26', '#120d0c'),
  ]
}

/** A point of a room, moved towards its far end. */
const deep = (x: number, y: number, along: number, [endX, endY]: [number, number]): [number, number] => [
  round(x + (endX - x) * along),
  round(y + (endY - y) * along),
]
