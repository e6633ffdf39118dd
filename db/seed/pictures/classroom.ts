import {
  across,
  blurred,
  box,
  type Chance,
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
  seen,
  shape,
  stroke,
  times,
  WIDTH,
} from './kit'
import { person, SKINS } from './people'

/** A morning lesson: sun through tall windows, backs of heads, a green board. */
export const classroom: Scene = (random) => [
  box(0, 0, WIDTH, 1280, down('#f4e3bf', '#efd6a8', '#dcb98a')),
  box(0, 760, WIDTH, 160, down('#8fa89a', '#6f8f86')),
  box(0, 752, WIDTH, 12, '#fbf3df'),
  box(620, 170, 900, 500, '#8a5a34'),
  box(642, 192, 856, 456, down('#2f6b57', '#24564a', '#1c463f')),
  box(620, 664, 900, 24, '#a8713f'),
  blurred(
    18,
    times(9, () =>
      oval(random(680, 1460), random(240, 600), random(60, 160), random(20, 50), '#ffffff', 'opacity=".07"'),
    ),
  ),
  seen(
    0.85,
    stroke('M760 560 L960 560 L760 300Z M760 534 h26 v26', '#fdf6e0', 6),
    `<circle cx="1180" cy="420" r="130" fill="none" stroke="#fdf6e0" stroke-width="6"/>`,
    stroke('M1180 420 L1272 328 M1050 420 H1310 M1180 290 V550', '#fbd88a', 5),
    stroke('M1370 560 q20 -180 50 -180 t50 180', '#f2a07a', 6),
    times(5, (index) => disc(1180 + Math.cos(index * 1.257) * 130, 420 + Math.sin(index * 1.257) * 130, 8, '#fbd88a')),
  ),
  box(1380, 656, 50, 10, '#ffffff'),
  box(760, 656, 34, 10, '#f2c14f'),
  times(2, (index) => {
    const x = 40 + index * 280
    return (
      box(x, 90, 240, 600, '#fffaf0') +
      box(x + 16, 106, 208, 568, down('#8fc4dc', '#cfe6e0', '#fdf0cc')) +
      treeOutside(random, x + 120) +
      stroke(`M${x + 120} 106 V674 M${x + 16} 296 H${x + 224} M${x + 16} 486 H${x + 224}`, '#fffaf0', 12) +
      box(x - 12, 684, 264, 20, '#fffdf6')
    )
  }),
  glow(160, 330, 420, '#fff6d4', 0.7),
  shape('56,674 264,674 1150,1280 700,1280', down('#fff4cc88', '#fff4cc00')),
  shape('336,674 544,674 1640,1280 1220,1280', down('#fff4cc88', '#fff4cc00')),
  placed(
    1700,
    620,
    1,
    line(0, 60, 0, 146, '#6b4a34', 12) +
      oval(0, 150, 70, 12, '#6b4a34') +
      disc(0, -20, 88, across('#8fc4d0', '#3f86a0')) +
      path(
        'M-50 -76 Q-10 -90 6 -54 Q-6 -20 -36 -16 Q-62 -30 -50 -76Z M14 -10 Q60 -30 70 6 Q50 50 24 50 Q6 20 14 -10Z',
        '#7fa35c',
      ) +
      stroke('M-70 -96 A120 120 0 0 0 74 74', '#c9a14e', 8),
  ),
  box(1560, 770, 320, 20, '#a8713f'),
  box(1580, 790, 280, 130, '#8a5a34'),
  person(1090, 930, 520, { coat: '#8f3f4a', legs: '#2c3448', skin: '#744a32', hair: '#1a1210', skirt: true }),
  stroke('M1134 560 Q1200 520 1226 450', '#8f3f4a', 28),
  disc(1230, 440, 17, '#744a32'),
  box(1228, 418, 9, 30, '#ffffff'),
  box(0, 916, WIDTH, 364, down('#c9935c', '#9a6538', '#6b4226')),
  times(10, (index) => line(960 + (index - 5) * 150, 918, 960 + (index - 5) * 420, 1280, '#7a4c2a', 3, 'opacity=".5"')),
  shape('330,918 560,918 1150,1280 700,1280', '#ffe9b8', 'opacity=".35"'),
  shape('860,918 1090,918 1640,1280 1220,1280', '#ffe9b8', 'opacity=".3"'),
  times(5, (index) => pupil(random, 230 + index * 370, 1030, 0.86)),
  times(4, (index) => pupil(random, 290 + index * 450, 1230, 1.3)),
  placed(740, 1030, 0.86, stroke('M40 -90 Q70 -170 62 -230', pick(random, ['#d9a441', '#4f7a8a']), 26)),
  disc(794, 822, 14, '#c58a5f'),
  times(50, () =>
    disc(random(200, 1500), random(300, 1200), random(1, 3.2), '#fffbe6', `opacity="${round(random(0.3, 0.8))}"`),
  ),
]

function treeOutside(random: Chance, x: number): string {
  return (
    times(8, (index) =>
      disc(
        x - 70 + index * 20,
        470 + random() * 160,
        40 + random() * 30,
        index % 2 ? '#7fa86a' : '#5f8f5c',
        'opacity=".9"',
      ),
    ) + box(x - 104, 600, 208, 74, '#8fb56a')
  )
}

function pupil(random: Chance, x: number, y: number, size: number): string {
  const coat = pick(random, ['#c4513c', '#3f6f86', '#d9a441', '#5f7a54', '#7a4f78', '#e0d2b4', '#35486b'])
  const hair = pick(random, ['#1d1412', '#4a2f1e', '#a8763e', '#6b3a22', '#2a1c18', '#d1a86a'])
  const long = random() > 0.5
  return placed(
    x,
    y,
    size,
    oval(0, -2, 120, 14, '#3a2114', 'opacity=".35"') +
      path('M-70 20 Q-68 -96 -30 -112 Q0 -120 30 -112 Q68 -96 70 20Z', across(coat, mix(coat, '#2a1a1c', 0.35))) +
      box(-11, -130, 22, 26, pick(random, SKINS)) +
      oval(0, -158, 36, 42, hair) +
      (long ? path('M-36 -160 Q-42 -100 -26 -92 H26 Q42 -100 36 -160Z', hair) : oval(0, -150, 34, 36, hair)) +
      stroke('M-18 -184 Q0 -196 18 -182', mix(hair, '#ffffff', 0.3), 4) +
      box(-150, -10, 300, 18, down('#e3b377', '#a8713f'), 'rx="4"') +
      box(-150, 8, 300, 26, '#7a4c2a') +
      line(-130, 30, -136, 120, '#4a4a52', 8) +
      line(130, 30, 136, 120, '#4a4a52', 8) +
      shape('60,-12 130,-12 122,-26 66,-26', '#fdf6e4'),
  )
}
