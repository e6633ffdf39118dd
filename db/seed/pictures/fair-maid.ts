import {
  around,
  blurred,
  box,
  disc,
  down,
  glow,
  HEIGHT,
  line,
  oval,
  path,
  placed,
  round,
  type Scene,
  stroke,
  times,
  WIDTH,
} from './kit'
import { ridge, sky, stars, water } from './nature'

/** A small old steamer at dusk in a swell, leaning; one lamp on the far shore. */
export const fairMaid: Scene = (random) => {
  const porthole = (x: number, y: number, lit: boolean) =>
    lit ? glow(x, y, 34, '#ffd27a', 0.8) + disc(x, y, 9, '#ffe9b4') : disc(x, y, 9, '#0d1420')
  const roller = (y: number, rise: number, colours: string[]) => {
    const d = `M-60 ${y} Q200 ${y - rise} 480 ${y + 8} T1010 ${y - rise * 0.3} T1520 ${y} T2000 ${y - rise * 0.5}`
    return path(`${d} V1300 H-60Z`, down(...colours)) + stroke(d, '#dfe7ea', 4, 'opacity=".35"')
  }
  return [
    sky('#141b36', '#2b3560', '#5d5a80', '#a8767f', '#d99a7a'),
    stars(random, 420, 150),
    glow(1360, 300, 360, '#f4ecd4', 0.55),
    disc(1360, 300, 66, '#fbf5e2'),
    disc(1338, 286, 12, '#e4dcc2', 'opacity=".6"'),
    disc(1380, 322, 17, '#e4dcc2', 'opacity=".6"'),
    blurred(
      10,
      times(7, (index) =>
        oval(900 + index * 150, 300 + random(-50, 60), random(140, 260), random(16, 36), '#232a4c', 'opacity=".75"'),
      ),
    ),
    ridge(random, { top: 640, rise: 130, fill: down('#3a3a5e', '#55476a'), bottom: 690 }),
    path('M1500 690 L1540 500 Q1580 460 1610 520 L1650 690Z', '#2a2a4a'),
    glow(250, 636, 120, '#ffd98a', 0.9),
    disc(250, 636, 5, '#fff6d8'),
    times(6, (index) => glow(330 + index * 34 + random(-8, 8), 660 + random(-10, 6), 22, '#ffcf7a', 0.7)),
    water(random, {
      top: 686,
      bottom: HEIGHT,
      fill: down('#6a5a78', '#34426a', '#18264a'),
      light: '#cfc6d6',
      shine: { x: 1360, colour: '#f4ecd4', wide: 80 },
    }),
    roller(790, 40, ['#4a4f78', '#26345c', '#16233f']),
    placed(
      900,
      850,
      1.12,
      `<g transform="rotate(13)">${[
        path('M-470 -60 Q-440 90 -380 96 H380 Q450 60 500 -96 L430 -70 H-420Z', down('#2a303c', '#171b26', '#4c1f22')),
        path('M-470 -60 H-420 L430 -70 L500 -96 L492 -74 L428 -50 L-466 -40Z', '#e8dcc2'),
        path('M-300 -62 V-136 H250 V-66Z', down('#efe4cc', '#bda98c')),
        path('M-220 -136 V-196 H110 V-136Z', down('#efe4cc', '#b7a488')),
        path('M40 -196 V-252 H104 V-196Z', down('#f4ead4', '#b7a488')),
        box(44, -240, 56, 26, '#ffdf94'),
        path('M-130 -196 L-116 -352 H-50 L-44 -196Z', down('#191c26', '#c8452f', '#a5392a')),
        path('M-121 -300 H-47 L-45 -262 H-125Z', '#e8dcc2'),
        blurred(
          14,
          times(10, (index) =>
            disc(
              -92 - index * 40,
              -380 - index * 22,
              22 + index * 9,
              '#2a2a40',
              `opacity="${round(0.7 - index * 0.06)}"`,
            ),
          ),
        ),
        line(300, -70, 314, -360, '#d8c7a6', 8),
        line(-360, -60, -352, -330, '#d8c7a6', 8),
        stroke('M314 -356 Q0 -300 -352 -326 M314 -356 L480 -92 M-352 -326 L-460 -56', '#c9b894', 2.5),
        times(12, (index) => porthole(-270 + index * 44, -100, index < 9)),
        times(7, (index) => porthole(-190 + index * 44, -166, index !== 5)),
        times(13, (index) => porthole(-390 + index * 62, -8, index > 1 && index < 8)),
        box(140, -24, 66, 74, '#0a0d14'),
        box(206, -30, 12, 84, '#394150'),
        times(4, (index) => path(`M${-260 + index * 120} -150 q30 26 70 0 v-12 h-70Z`, '#d8c7a6')),
        times(26, (index) => line(-400 + index * 32, -62, -400 + index * 32, -88, '#d8c7a6', 2.4)),
        line(-404, -88, 426, -96, '#d8c7a6', 3),
      ].join('')}</g>`,
    ),
    path(
      'M420 960 Q620 880 860 960 Q1090 1040 1400 990 Q1500 970 1560 1000 Q1380 1100 960 1090 Q600 1080 420 960Z',
      '#dfe7ea',
      'opacity=".4"',
    ),
    roller(985, 74, ['#39466e', '#1b2a50', '#0c1630']),
    times(60, () =>
      disc(random(480, 1480), random(930, 1010), random(2, 8), '#eef2f2', `opacity="${round(random(0.15, 0.6))}"`),
    ),
    roller(1120, 88, ['#26345c', '#121d3c', '#080f22']),
    box(0, 0, WIDTH, 1280, around('#00000000', '#0a102200', '#0a1022'), 'opacity=".35"'),
  ]
}
