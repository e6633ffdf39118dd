import {
  across,
  around,
  blurred,
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
import { person } from './people'

/** The old press in the works, a sheet just lifted from it. */
export const oldPrintingPress: Scene = (random) => [
  box(0, 0, WIDTH, 1280, down('#54382a', '#6b4630', '#3a2419')),
  times(17, (row) =>
    times(15, (index) =>
      box(
        index * 138 - (row % 2) * 66,
        row * 56,
        132,
        50,
        pick(random, ['#6e4733', '#7a5038', '#5f3d2c', '#86593d']),
        'rx="3" opacity=".55"',
      ),
    ),
  ),
  path('M1290 640 V250 Q1290 80 1500 70 Q1710 80 1710 250 V640Z', '#2a1811'),
  path('M1314 616 V254 Q1314 104 1500 94 Q1686 104 1686 254 V616Z', down('#f4d9a4', '#fbe8bd', '#e9bd7c')),
  stroke('M1438 100 V616 M1562 100 V616 M1314 260 H1686 M1314 380 H1686 M1314 500 H1686', '#2a1811', 10),
  shape('1314,110 1686,110 1060,1280 180,1280', down('#ffe7b077', '#ffe7b000')),
  glow(1500, 330, 460, '#ffe2a4', 0.6),
  line(60, 190, 1250, 170, '#1f120c', 7),
  times(7, (index) => {
    const x = 110 + index * 160
    const y = 184 - index * 2.6
    return (
      path(`M${x} ${y} h112 q6 80 -4 168 q-50 14 -108 0 q6 -90 0 -168Z`, across('#fdf4de', '#dcc7a0')) +
      box(x + 16, y + 22, 80, 18, '#4a3a30') +
      times(6, (row) =>
        line(x + 16, y + 58 + row * 15, x + (row % 3 === 2 ? 70 : 94), y + 58 + row * 15, '#8f7c66', 3.4),
      )
    )
  }),
  box(0, 1010, WIDTH, 270, down('#5c3b26', '#2b1810')),
  times(12, (index) =>
    line(960 + (index - 6) * 150, 1012, 960 + (index - 6) * 330, 1280, '#1d100a', 4, 'opacity=".5"'),
  ),
  shape('640,1010 1180,1010 1000,1280 200,1280', '#ffdf9f', 'opacity=".22"'),
  blurred(16, oval(900, 1130, 640, 46, '#120906', 'opacity=".75"')),
  path('M500 1120 L540 420 H630 L640 1120Z', across('#4a5556', '#242c2f', '#12181b')),
  path('M1140 1120 L1150 420 H1240 L1280 1120Z', across('#4a5556', '#242c2f', '#12181b')),
  path('M500 430 Q890 280 1280 430 L1262 520 Q890 400 520 520Z', down('#6b7a78', '#2a3437')),
  path('M770 330 Q890 240 1010 330 L980 390 Q890 350 800 390Z', down('#e0b860', '#8f6a2a')),
  disc(890, 316, 32, '#f3d58c'),
  stroke('M620 470 Q660 440 700 474 M1080 474 Q1120 440 1160 470', '#d9ac54', 8),
  box(860, 400, 60, 190, across('#8f9a98', '#3a4649')),
  times(6, (index) => line(858, 420 + index * 26, 922, 436 + index * 26, '#1d2528', 6)),
  path('M640 590 H1140 L1120 660 H660Z', down('#5c6a6a', '#242d30')),
  box(660, 656, 460, 26, '#161c1e'),
  path('M420 800 H1400 L1440 850 H380Z', down('#7a8684', '#3a4648')),
  box(380, 848, 1060, 46, down('#4a5658', '#1c2427')),
  times(12, (index) => disc(420 + index * 90, 872, 9, '#c9a24e')),
  box(640, 760, 500, 44, '#2a1c14'),
  times(21, (index) => box(650 + index * 23, 764, 19, 32, pick(random, ['#8f8a80', '#6b675f', '#b5aea0']))),
  path('M560 896 L520 1130 H580 L630 896Z', '#1a2124'),
  path('M1200 896 L1230 1130 H1290 L1270 896Z', '#1a2124'),
  placed(
    1350,
    780,
    1,
    `<circle cx="0" cy="0" r="290" fill="none" stroke="#12181b" stroke-width="54"/><circle cx="0" cy="0" r="292" fill="none" stroke="#46524f" stroke-width="30"/><circle cx="0" cy="0" r="304" fill="none" stroke="#8f9a90" stroke-width="4" opacity=".7"/>` +
      times(
        6,
        (index) =>
          `<g transform="rotate(${index * 60 + 14})">${path('M-14 0 Q-34 -140 -16 -274 H16 Q0 -140 14 0Z', across('#59655f', '#1d2528'))}</g>`,
      ) +
      disc(0, 0, 56, around('#e0b860', '#7a5a24')) +
      disc(0, 0, 22, '#161c1e') +
      line(0, 0, 150, -196, '#7a8684', 14) +
      box(140, -246, 24, 78, '#a8683c', 'rx="10" transform="rotate(37 152 -206)"'),
  ),
  path('M560 560 Q520 700 640 770 L900 762 Q760 680 800 548Z', across('#fffaf0', '#ead8b4')),
  path('M600 580 l130 -6 q-6 20 4 36 l-130 6Z', '#4a3a30'),
  times(7, (row) => stroke(`M${606 + row * 4} ${636 + row * 16} q80 -4 ${150 + row * 4} -6`, '#8f7c66', 4)),
  person(330, 1180, 640, {
    coat: '#e6d6b4',
    legs: '#2c2a33',
    skin: '#c58a5f',
    hair: '#3a2a22',
    arms: 'down',
    hat: '#3b4a52',
    shadow: '#120906',
  }),
  path('M274 760 H388 L410 1010 H252Z', '#34505c'),
  stroke('M384 720 Q470 740 560 640', '#e6d6b4', 36),
  disc(566, 634, 21, '#c58a5f'),
  stroke('M280 760 Q330 700 384 760', '#22363f', 9),
  placed(
    1700,
    1150,
    1,
    times(9, (index) => box(-150 + (index % 2) * 6, -26 - index * 24, 300, 22, down('#fdf4de', '#c9b28a'))) +
      oval(0, 2, 190, 16, '#120906', 'opacity=".6"'),
  ),
  placed(
    110,
    1180,
    1,
    path('M-70 0 L-56 -150 H56 L70 0Z', across('#2a3437', '#0f1416')) +
      oval(0, -150, 56, 15, '#07090a') +
      path('M-40 -146 Q0 -130 40 -148 Q30 -90 10 -100 Q-20 -96 -40 -146Z', '#101416'),
  ),
  line(960, 0, 960, 120, '#1f120c', 6),
  path('M890 170 Q900 110 960 108 Q1020 110 1030 170Z', down('#3f6b5c', '#1d3a32')),
  glow(960, 186, 330, '#ffdf98', 0.9),
  disc(960, 174, 24, '#fff6d4'),
  times(50, () =>
    disc(random(300, 1600), random(200, 1100), random(1, 3), '#ffe9b8', `opacity="${round(random(0.2, 0.6))}"`),
  ),
]
