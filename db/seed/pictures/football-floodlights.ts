import {
  around,
  box,
  disc,
  down,
  glow,
  line,
  oval,
  path,
  pick,
  placed,
  round,
  type Scene,
  seen,
  shape,
  stroke,
  times,
  WIDTH,
} from './kit'
import { mist, sky, snow, stars } from './nature'

/** Red against white under the lights, the stand full. */
export const footballFloodlights: Scene = (random) => {
  const player = (x: number, base: number, height: number, shirt: string, shorts: string, flip = 1) =>
    placed(
      x,
      base,
      height / 100,
      oval(0, 2, 30, 4, '#0c2a1c', 'opacity=".6"') +
        seen(0.22, path('M-4 0 L-120 26 L-104 30 L6 2Z', '#06180f')) +
        stroke('M-5 -42 L-16 -24 L-32 -16', '#c58a5f', 7) +
        stroke('M5 -42 L18 -26 L14 -3', '#c58a5f', 7) +
        stroke('M-28 -16 L-38 -12 M14 -3 L23 -1', '#15161c', 6) +
        stroke('M16 -20 L14 -5', shirt, 8) +
        path('M-13 -52 L14 -52 L14 -34 L3 -36 L-12 -34Z', shorts) +
        path('M-10 -82 Q2 -88 14 -80 L12 -48 H-12Z', shirt) +
        stroke('M12 -78 Q26 -70 32 -58 M-9 -79 Q-24 -74 -28 -86', shirt, 8) +
        stroke('M32 -58 L38 -66 M-28 -86 L-32 -96', '#c58a5f', 6) +
        disc(6, -94, 8, '#c58a5f') +
        path('M-2 -94 Q-4 -104 6 -103 Q16 -102 14 -95 Q8 -99 -2 -94Z', '#2a1a14'),
      flip,
    )
  const tower = (x: number, flip: number) =>
    placed(
      x,
      0,
      1,
      stroke(
        'M-26 640 L-12 210 M26 640 L12 210 M-25 600 L20 520 M24 600 L-20 520 M-22 500 L16 420 M22 500 L-17 420 M-18 400 L14 320 M18 400 L-14 320',
        '#0b1626',
        7,
      ) +
        shape('-120,90 120,60 124,210 -116,226', '#0b1626') +
        times(15, (index) =>
          disc(-92 + (index % 5) * 46, 108 + Math.floor(index / 5) * 42 - (index % 5) * 5, 16, '#fffdf0'),
        ),
      flip,
    )
  return [
    sky('#060d1f', '#10233f', '#244a63', '#4a7a82'),
    stars(random, 300, 60),
    tower(250, 1),
    tower(1670, -1),
    shape('250,150 -300,1280 1300,1280', down('#fff8dc66', '#fff8dc00')),
    shape('1670,150 620,1280 2220,1280', down('#fff8dc66', '#fff8dc00')),
    path('M0 470 L1920 470 L1920 540 H0Z', '#0d1a2c'),
    path('M-20 478 L120 400 H1800 L1940 478Z', down('#1b2c44', '#0a1424')),
    times(17, (index) => line(60 + index * 112, 478, 60 + index * 112, 620, '#0a1322', 6)),
    box(0, 520, WIDTH, 230, down('#1a2436', '#2c3344')),
    times(1700, () => {
      const y = random(532, 742)
      return disc(
        random(0, WIDTH),
        y,
        5.4,
        pick(random, ['#c43d34', '#e9e2d2', '#d9a07a', '#8f5a44', '#7a2a2c', '#34415a', '#b58a6a', '#f2c35a']),
        `opacity="${round(0.35 + ((y - 530) / 220) * 0.6)}"`,
      )
    }),
    times(24, () => {
      const [x, y] = [random(40, 1880), random(560, 720)]
      return path(
        `M${round(x)} ${round(y)} q16 -12 32 0 t32 0 v22 q-16 12 -32 0 t-32 0Z`,
        pick(random, ['#c43d34', '#f4efe2']),
      )
    }),
    box(0, 744, WIDTH, 34, down('#e9e4d6', '#a9a79e')),
    times(12, (index) =>
      box(index * 166 + 8, 749, 140, 24, ['#b8392f', '#1f5a6b', '#d9a441', '#2f3c5c'][index % 4] as string),
    ),
    box(0, 778, WIDTH, 502, down('#4c9a5a', '#3a8850', '#1f6340')),
    times(8, (index) => {
      const [left, right] = [index * 240 - 0, index * 240 + 120]
      return shape(
        `${left},778 ${right},778 ${960 + (right - 960) * 2.3},1280 ${960 + (left - 960) * 2.3},1280`,
        '#1d5c38',
        'opacity=".32"',
      )
    }),
    stroke('M0 812 H1920 M960 812 V1280', '#f4f8ee', 6, 'opacity=".8"'),
    `<ellipse cx="960" cy="1010" rx="330" ry="96" fill="none" stroke="#f4f8ee" stroke-width="7" opacity=".8"/>`,
    mist(770, 170, '#eaf6ee', 0.22),
    times(5, (index) =>
      player(
        250 + index * 330 + random(-50, 50),
        850 + random(0, 40),
        120,
        index % 2 ? '#f4f0e6' : '#c8372f',
        index % 2 ? '#22304a' : '#f4f0e6',
        random() > 0.5 ? 1 : -1,
      ),
    ),
    player(470, 1060, 230, '#c8372f', '#f4f0e6'),
    player(1480, 1030, 215, '#f4f0e6', '#22304a', -1),
    player(860, 1200, 372, '#c8372f', '#f4f0e6'),
    player(1180, 1190, 362, '#f6f2e8', '#22304a', -1),
    oval(1030, 1214, 34, 7, '#0c2a1c', 'opacity=".6"'),
    disc(1030, 1190, 26, around('#ffffff', '#ffffff', '#c9d2cc')),
    shape('1020,1180 1040,1180 1046,1196 1030,1206 1014,1196', '#1d2430'),
    glow(250, 150, 420, '#fff7d6', 0.95),
    glow(1670, 150, 420, '#fff7d6', 0.95),
    snow(random, 70, '#eaf6ee'),
  ]
}
