import {
  across,
  blurred,
  box,
  down,
  glow,
  line,
  mix,
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
import { ridge, sky, stars, streaks } from './nature'
import { person, silhouette } from './people'
import { houses, lamp } from './town'

/** The parliament at dusk, its dome of copper, people on the wet square. */
export const parliamentDome: Scene = (random) => {
  const column = (x: number, top: number, foot: number, wide: number) =>
    box(x - wide / 2, top, wide, foot - top, across('#fdf1dc', '#e0cfc0', '#9a8b96')) +
    box(x - wide * 0.75, top - 9, wide * 1.5, 11, '#f6e8d2') +
    box(x - wide * 0.8, foot - 8, wide * 1.6, 11, '#d9c8b8')
  const windows = (from: number, step: number, count: number, y: number) =>
    times(count, (index) => {
      const x = from + index * step
      return path(
        `M${x - 17} ${y + 96} V${y + 14} Q${x} ${y - 14} ${x + 17} ${y + 14} V${y + 96}Z`,
        random() > 0.22 ? down('#fff0b8', '#f4b45c') : '#4a4a68',
      )
    })
  const building = [
    box(330, 640, 1260, 270, down('#ecdcc8', '#c9b6b4', '#a392a2')),
    box(310, 622, 1300, 26, '#fbeeda'),
    box(310, 902, 1300, 20, '#b5a3a8'),
    times(2, (side) => box(310 + side * 1100, 596, 200, 320, down('#f3e4d0', '#bdaaae'))),
    windows(388, 58, 4, 700),
    windows(1358, 58, 4, 700),
    shape('640,560 960,440 1280,560', down('#fdf0dc', '#dccabd')),
    shape('704,550 960,462 1216,550', '#c2adae'),
    box(620, 556, 680, 34, '#fbeeda'),
    box(650, 590, 620, 322, down('#7a6780', '#5c4f6e')),
    times(5, (index) =>
      path(
        `M${716 + index * 110} 910 V690 Q${742 + index * 110} 650 ${768 + index * 110} 690 V910Z`,
        down('#ffe9a8', '#ee9f4e'),
      ),
    ),
    times(6, (index) => column(684 + index * 110, 604, 906, 40)),
    times(6, (index) =>
      box(600 - index * 22, 912 + index * 13, 720 + index * 44, 14, mix('#f0e0cc', '#8f7f8c', index / 6)),
    ),
    box(800, 400, 320, 60, '#e6d5c4'),
    box(822, 316, 276, 96, down('#f8ead6', '#c4b1b0')),
    times(9, (index) => box(838 + index * 29, 330, 15, 70, index % 3 === 1 ? '#5d5470' : '#ffdf94')),
    box(808, 300, 304, 20, '#fbeeda'),
    path('M816 302 C816 150 890 84 960 84 C1030 84 1104 150 1104 302Z', across('#a4d6bd', '#5fa58e', '#2b5f60')),
    times(7, (index) =>
      stroke(`M${840 + index * 40} 300 Q${880 + index * 26.6} 150 960 86`, '#23565a', 4, 'opacity=".45"'),
    ),
    box(936, 40, 48, 50, '#f1e3cf'),
    box(950, 48, 20, 34, '#ffe29a'),
    path('M930 42 Q960 0 990 42Z', '#4e9382'),
    line(960, 20, 960, -40, '#3a3a50', 5),
  ].join('')
  return [
    sky('#232a55', '#5b4b82', '#c0708a', '#f5a77c', '#fbd6a0'),
    streaks(random, 80, 520, '#f7b9a0', 16, 0.5),
    streaks(random, 40, 300, '#1c2249', 8, 0.35),
    stars(random, 260, 60),
    glow(960, 720, 760, '#ffb884', 0.5),
    ridge(random, { top: 790, rise: 110, fill: down('#6a4f7a', '#84607f') }),
    houses(random, {
      base: 900,
      walls: ['#4b4068', '#594a70', '#3f385e'],
      roofs: ['#332d50'],
      light: '#ffd58a',
      least: 40,
      most: 120,
      wide: 84,
      lit: 0.45,
    }),
    placed(0, 60, 1, building),
    glow(960, 800, 460, '#ffd08a', 0.5),
    glow(960, 310, 260, '#ffe3b8', 0.3),
    path('M0 1030 Q960 1000 1920 1030 V1280 H0Z', down('#7d5f7c', '#4a3f63', '#232443')),
    seen(0.34, blurred(6, placed(0, 2060, 1, `<g transform="scale(1 -1)">${building}</g>`))),
    path('M0 1030 Q960 1000 1920 1030 V1280 H0Z', down('#4a3f6300', '#2a284baa', '#191a36')),
    times(110, () => {
      const far = random() ** 1.4
      const x = random(0, WIDTH)
      return path(
        `M${round(x)} ${round(1040 + far * 236)} q${round(20 + far * 70)} -7 ${round(50 + far * 150)} 0 q-50 7 ${round(-50 - far * 150)} 0Z`,
        pick(random, ['#ffcf9a', '#f4a58c', '#1b1b38']),
        `opacity="${round(random(0.12, 0.5))}"`,
      )
    }),
    times(6, (index) => lamp(130 + index * 332, 1076, 210, '#17172f', '#fff2c4')),
    times(17, () =>
      silhouette(
        random(120, 1800),
        random(1066, 1110),
        random(72, 88),
        pick(random, ['#1a1a35', '#2a2342', '#3a2440']),
        { walks: random(-1, 1), skirt: random() > 0.6 },
      ),
    ),
    person(560, 1220, 216, { coat: '#7a2f3c', legs: '#1b1a30', walks: 0.8, carries: '#c99a5a', shadow: '#0d0d20' }),
    person(690, 1210, 208, {
      coat: '#2f4a63',
      legs: '#161a2e',
      walks: 0.6,
      skin: '#9a6443',
      hat: '#22324a',
      shadow: '#0d0d20',
    }),
    person(1370, 1226, 214, { coat: '#c08a4a', legs: '#1b1a30', walks: -0.7, skirt: true, shadow: '#0d0d20' }),
  ]
}
