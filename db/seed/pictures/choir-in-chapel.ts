import {
  across,
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
  shape,
  stroke,
  times,
  WIDTH,
} from './kit'
import { SKINS, silhouette } from './people'

/** Two rows of singers before four tall windows. */
export const choirInChapel: Scene = (random) => {
  const windowAt = (x: number) =>
    [
      path(`M${x - 118} 770 V300 Q${x - 118} 150 ${x} 60 Q${x + 118} 150 ${x + 118} 300 V770Z`, '#2b2029'),
      path(
        `M${x - 98} 750 V304 Q${x - 98} 168 ${x} 92 Q${x + 98} 168 ${x + 98} 304 V750Z`,
        down('#fff3c4', '#fbc765', '#e8923c'),
      ),
      times(24, (index) => {
        const [column, row] = [index % 4, Math.floor(index / 4)]
        return box(
          x - 92 + column * 47,
          318 + row * 72,
          42,
          66,
          pick(random, ['#ffd77a', '#f7a94a', '#fff0c0', '#e9853f', '#d9604a', '#7fa8a0', '#ffe39a']),
          'opacity=".75"',
        )
      }),
      disc(x, 226, 50, '#2b2029'),
      times(6, (index) =>
        disc(
          x + Math.cos(index * 1.047) * 28,
          226 + Math.sin(index * 1.047) * 28,
          14,
          pick(random, ['#d9604a', '#5f9a9a', '#ffe39a', '#8a5f9a']),
        ),
      ),
      disc(x, 226, 12, '#fff3c4'),
      stroke(`M${x} 280 V750 M${x - 98} 430 H${x + 98} M${x - 98} 590 H${x + 98}`, '#2b2029', 8),
    ].join('')
  const singer = (x: number, base: number, size: number) =>
    placed(
      x,
      base,
      size,
      [
        path('M-62 0 Q-60 -150 -34 -176 Q0 -192 34 -176 Q60 -150 62 0Z', across('#8d2b30', '#6b1d28', '#3f121d')),
        stroke('M-20 -150 Q-26 -70 -22 0 M22 -150 Q26 -70 24 0', '#3a0f19', 4, 'opacity=".6"'),
        path('M-30 -178 L0 -128 L30 -178 L18 -190 H-18Z', '#fbf2e0'),
        box(-10, -206, 20, 26, '#a06a48'),
        ((skin) =>
          oval(0, -222, 26, 31, skin) +
          path(
            'M-27 -224 Q-32 -262 0 -262 Q32 -262 27 -224 Q20 -244 0 -244 Q-20 -244 -27 -224Z',
            pick(random, ['#1d1514', '#4a2c1c', '#8f8a86', '#b98a4e', '#6b2f1e', '#dcd6cc']),
          ) +
          oval(0, -205, 6, 7.5, '#5c1f22') +
          stroke('M-13 -227 h6 M7 -227 h6', '#2a1612', 3))(pick(random, SKINS)),
        shape('-40,-104 0,-94 40,-104 40,-146 0,-136 -40,-146', '#f7ecd2'),
        line(0, -136, 0, -94, '#bfae8c', 3),
        disc(-40, -122, 8, '#d9a37a'),
        disc(40, -122, 8, '#c58a5f'),
      ].join(''),
    )
  return [
    box(0, 0, WIDTH, 1280, down('#3b2b33', '#5a4038', '#3a2622')),
    times(15, (row) =>
      times(14, (index) =>
        box(
          index * 146 - (row % 2) * 70,
          row * 64,
          140,
          58,
          pick(random, ['#4d3a3c', '#574240', '#453438', '#604a42']),
          'rx="3" opacity=".6"',
        ),
      ),
    ),
    windowAt(300),
    windowAt(740),
    windowAt(1180),
    windowAt(1620),
    times(
      5,
      (index) =>
        box(56 + index * 440, 60, 48, 800, across('#8a6a58', '#5c443e', '#2e2226')) +
        stroke(`M${80 + index * 440} 80 Q${190 + index * 440} -130 ${300 + index * 440} -60`, '#7a5d50', 26),
    ),
    times(4, (index) => glow(300 + index * 440, 420, 330, '#ffc468', 0.55)),
    times(4, (index) =>
      shape(
        `${210 + index * 440},120 ${390 + index * 440},120 ${210 + index * 440 + 60},1280 ${-240 + index * 440},1280`,
        down('#ffdf9455', '#ffdf9400'),
      ),
    ),
    box(0, 850, WIDTH, 430, down('#5c3a2a', '#2a1712')),
    box(0, 842, WIDTH, 20, '#8f6040'),
    times(10, (index) => singer(168 + index * 176 + random(-8, 8), 1010 + random(-8, 8), 1.18)),
    box(60, 1004, 1800, 30, down('#7a4d32', '#3f2418')),
    times(9, (index) => singer(240 + index * 180 + random(-8, 8), 1180 + random(-6, 6), 1.36)),
    box(0, 1176, WIDTH, 110, down('#4a2c1e', '#1a0d0b')),
    box(0, 1172, WIDTH, 10, '#b07a4c'),
    silhouette(960, 1400, 560, '#150c10', { arms: 'up' }),
    line(1060, 880, 1130, 800, '#f6e6c4', 6),
    placed(
      960,
      1290,
      1,
      shape('-150,0 -120,-110 120,-110 150,0', '#0f080a') + shape('-120,-112 120,-112 100,-130 -100,-130', '#fbf2dc'),
    ),
    times(70, () =>
      disc(random(0, WIDTH), random(120, 1000), random(1, 3.4), '#ffe9b8', `opacity="${round(random(0.2, 0.7))}"`),
    ),
  ]
}
