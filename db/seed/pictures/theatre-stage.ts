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
  type Scene,
  shape,
  stroke,
  times,
  WIDTH,
} from './kit'
import { onlooker, person } from './people'

/** The stage from the stalls, two players in the light. */
export const theatreStage: Scene = (random) => {
  const fold = (x: number, top: number, foot: number, wide: number, dark: string, lit: string) =>
    box(x, top, wide, foot - top, across(dark, lit, dark))
  return [
    box(0, 0, WIDTH, 1280, '#12070c'),
    box(300, 120, 1320, 780, down('#12264a', '#2c4f7c', '#6f7fa4', '#e0a58c')),
    disc(1240, 330, 96, '#fdf0cc'),
    glow(1240, 330, 380, '#ffe9b4', 0.7),
    times(70, () => disc(random(300, 1620), random(140, 460), random(1, 3), '#fff4d8', 'opacity=".8"')),
    path('M300 700 Q480 590 700 640 T1100 610 T1620 650 V900 H300Z', '#27416a'),
    path('M300 760 Q560 690 860 740 T1620 720 V900 H300Z', '#1a2d50'),
    times(9, (index) =>
      path(
        `M${320 + index * 34} 830 q${-20 + index * 4} -330 ${random(-26, 40)} -560`,
        'none',
        `stroke="#0c1830" stroke-width="${16 - index}"`,
      ),
    ),
    times(34, () =>
      oval(
        random(300, 700),
        random(150, 420),
        random(40, 90),
        random(24, 46),
        pick(random, ['#0f2140', '#16305a', '#1d3d66']),
      ),
    ),
    path('M1380 820 V560 H1400 V530 H1420 V560 H1470 V530 H1490 V560 H1540 V530 H1560 V560 H1580 V820Z', '#13233f'),
    path('M1450 820 V700 Q1480 660 1510 700 V820Z', '#ffd08a'),
    glow(1480, 760, 120, '#ffc67a', 0.7),
    shape('300,840 1620,840 1760,1010 160,1010', down('#e0a066', '#a8693c')),
    times(15, (index) => line(330 + index * 90, 842, 190 + index * 110, 1008, '#6b3d22', 3, 'opacity=".5"')),
    box(160, 1006, 1600, 40, down('#6b3d22', '#2a140c')),
    shape('560,-40 700,-40 960,960 560,960', down('#fff6d488', '#fff6d418')),
    shape('1380,-40 1240,-40 920,960 1340,960', down('#ffe8c488', '#ffe8c418')),
    oval(780, 950, 240, 40, '#fff4cc', 'opacity=".7"'),
    oval(1120, 952, 250, 42, '#ffe9b8', 'opacity=".6"'),
    person(800, 952, 420, {
      coat: '#8f2f4a',
      legs: '#2a1220',
      skin: '#9a6443',
      hair: '#17100f',
      skirt: true,
      arms: 'up',
      shadow: '#4a2418',
    }),
    path('M740 800 Q700 900 640 950 H940 Q890 900 862 800Z', down('#8f2f4a', '#5c1a34')),
    placed(
      1130,
      956,
      1,
      person(0, 0, 430, {
        coat: '#f2e4c4',
        legs: '#3b4a63',
        skin: '#e0ac82',
        hair: '#6d4a2c',
        arms: 'out',
        shadow: '#4a2418',
      }),
      -1,
    ),
    path('M1080 660 Q1180 690 1220 930 L1150 900Z', '#2f5a6b', 'opacity=".9"'),
    times(7, (index) => fold(-20 + index * 54, 90, 1010 - index * 6, 60, '#5c0f1c', index % 2 ? '#c4283a' : '#a81f32')),
    times(7, (index) => fold(1560 + index * 54, 90, 968 + index * 6, 60, '#5c0f1c', index % 2 ? '#c4283a' : '#a81f32')),
    times(
      9,
      (index) =>
        path(
          `M${-30 + index * 220} 0 H${200 + index * 220} V120 Q${85 + index * 220} 240 ${-30 + index * 220} 120Z`,
          down('#7a1426', '#c22a3c', '#6b1020'),
        ) + stroke(`M${-30 + index * 220} 124 Q${85 + index * 220} 244 ${200 + index * 220} 124`, '#e9b85c', 9),
    ),
    box(0, 0, 110, 1280, across('#2a1208', '#8a5a2c', '#3a1c0e')),
    box(1810, 0, 110, 1280, across('#3a1c0e', '#8a5a2c', '#2a1208')),
    times(
      7,
      (index) =>
        disc(55, 90 + index * 160, 30, '#d9a54e') +
        disc(55, 90 + index * 160, 16, '#7a4a1e') +
        disc(1865, 90 + index * 160, 30, '#d9a54e') +
        disc(1865, 90 + index * 160, 16, '#7a4a1e'),
    ),
    times(
      14,
      (index) =>
        glow(220 + index * 114, 1016, 80, '#ffd98a', 0.9) + path(`M${196 + index * 114} 1030 q24 -40 48 0Z`, '#3a1c0e'),
    ),
    times(13, (index) =>
      onlooker(80 + index * 150 + random(-14, 14), 1160, 72, '#2a0f18', pick(random, ['#1d0c12', '#3a1a1c'])),
    ),
    box(0, 1128, WIDTH, 60, '#2e0a14'),
    times(13, (index) =>
      path(
        `M${10 + index * 150} 1200 V1130 Q${75 + index * 150} 1098 ${140 + index * 150} 1130 V1200Z`,
        down('#5c1322', '#2e0a14'),
      ),
    ),
    times(10, (index) => onlooker(110 + index * 196 + random(-18, 18), 1300, 104, '#12060b', '#0d0508')),
    times(10, (index) =>
      stroke(`M${66 + index * 196} ${1160 + random(-6, 6)} q44 -62 88 0`, '#e0a06a', 3, 'opacity=".35"'),
    ),
    box(0, 1250, WIDTH, 30, '#0d0508'),
    glow(960, 820, 700, '#ffcf94', 0.3),
  ]
}
