import {
  across,
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

const BINDINGS = [
  ['#6b2a26', '#4a1c1a'],
  ['#2f4f5c', '#1d343e'],
  ['#7a5a2c', '#54401f'],
  ['#3d5240', '#29382c'],
  ['#c9b28a', '#957f5c'],
]

/** The worn red case on the desk, on the morning of the budget. */
export const budgetCase: Scene = (random) => [
  box(0, 0, WIDTH, 1280, down('#27433f', '#1d3532', '#122523')),
  times(13, (index) => box(index * 150, 0, 74, 900, '#2f4f4a', 'opacity=".4"')),
  box(180, 70, 760, 760, '#3b2418'),
  box(214, 104, 692, 700, down('#f7c98f', '#fbe0b0', '#fff1d0')),
  shape(
    '214,640 330,600 420,640 520,590 560,590 560,540 600,540 600,470 C600,420 640,400 668,396 L668,366 H680 V396 C708,400 748,420 748,470 V540 H790 V590 L906,620 V804 H214',
    down('#c9957a', '#dcb28c'),
  ),
  path('M596 480 C596 410 640 384 674 384 C708 384 752 410 752 480Z', '#8fa58c'),
  line(674, 384, 674, 340, '#8a6f68', 5),
  times(7, (index) => box(592 + index * 25, 556, 11, 60, '#fbe6bd')),
  stroke('M560 104 V804 M214 340 H906 M214 570 H906', '#3b2418', 18),
  path('M60 20 Q250 60 214 460 Q190 720 90 860 H0 V20Z', across('#6b2420', '#9c3a2f', '#5c1e1c')),
  path('M1090 20 Q880 60 916 460 Q940 720 1040 860 H1130 V20Z', across('#7a2a24', '#a33f32', '#4d1818')),
  box(20, 10, 1120, 34, '#2a180f', 'rx="16"'),
  shape('230,804 900,804 1640,1280 620,1280', down('#ffe2ac77', '#ffe2ac00')),
  times(30, (index) => {
    const tall = random(190, 270)
    const x = 1210 + (index % 15) * 44
    const base = index < 15 ? 420 : 760
    return (
      box(x, base - tall, 40, tall, across(...pick(random, BINDINGS))) +
      box(x + 4, base - tall + 26, 32, 6, '#d9b56a') +
      box(x + 4, base - tall + 40, 32, 3, '#d9b56a')
    )
  }),
  box(1180, 420, 720, 22, '#3b2418'),
  box(1180, 760, 720, 22, '#3b2418'),
  box(1180, 60, 22, 720, '#3b2418'),
  box(0, 860, WIDTH, 420, down('#8a5632', '#5f371f', '#2f1a10')),
  box(0, 852, WIDTH, 22, down('#c98a54', '#7a4a2a')),
  times(34, () =>
    stroke(
      `M${round(random(-200, WIDTH))} ${round(random(890, 1270))} q300 ${round(random(-16, 16))} ${round(random(400, 900))} 0`,
      pick(random, ['#a86c40', '#3a2013']),
      random(1.5, 4),
      'opacity=".35"',
    ),
  ),
  shape('200,874 890,874 1560,1280 560,1280', down('#ffdf9f66', '#ffdf9f11')),
  blurred(14, shape('600,1150 1440,1150 1640,1216 680,1230', '#170c07', 'opacity=".75"')),
  path('M700 640 L1340 606 L1360 700 L690 716Z', '#fdf6e4'),
  path('M730 610 L1280 640 L1300 720 L720 720Z', '#f4e9d0'),
  times(7, (index) => line(800, 634 + index * 11, 1240, 622 + index * 11, '#b9a88c', 2.5, 'opacity=".7"')),
  path('M820 590 L1180 596 L1200 700 L810 700Z', '#fffaf0'),
  times(6, (index) => line(850, 612 + index * 13, 1130 - (index % 3) * 60, 614 + index * 13, '#a9987e', 2.5)),
  path(
    'M880 690 V650 Q880 610 930 610 H1090 Q1140 610 1140 650 V690 H1110 V656 Q1110 640 1086 640 H934 Q910 640 910 656 V690Z',
    down('#c9493a', '#6b1c1a'),
  ),
  path(
    'M590 700 Q592 676 620 676 H1400 Q1428 676 1430 700 L1446 1130 Q1446 1160 1414 1160 H606 Q574 1160 574 1130Z',
    down('#c43c33', '#a02a28', '#6b191c'),
  ),
  path('M590 700 Q592 676 620 676 H1400 Q1428 676 1430 700 L1436 840 Q1010 890 584 840Z', down('#d8574a', '#ad302c')),
  stroke('M584 840 Q1010 890 1436 840', '#5c1417', 7),
  stroke('M606 692 Q1010 684 1414 692', '#f0917c', 4, 'opacity=".7"'),
  stroke(
    'M596 1136 Q1010 1148 1424 1136 M600 712 L590 1120 M1420 712 L1430 1120',
    '#e8806c',
    3,
    'stroke-dasharray="14 10" opacity=".55"',
  ),
  times(4, (index) =>
    path(
      [
        'M574 1100 V1130 Q574 1160 606 1160 H650Z',
        'M1446 1100 V1130 Q1446 1160 1414 1160 H1370Z',
        'M589 740 L590 700 Q592 676 620 676 H660Z',
        'M1431 740 L1430 700 Q1428 676 1400 676 H1360Z',
      ][index] as string,
      down('#e3b961', '#96702a'),
    ),
  ),
  box(974, 816, 72, 96, down('#f3d184', '#a67a2f'), 'rx="10"'),
  disc(1010, 856, 12, '#3b2410'),
  box(1005, 858, 10, 26, '#3b2410'),
  times(60, () =>
    stroke(
      `M${round(random(610, 1400))} ${round(random(880, 1140))} q${round(random(-20, 20))} ${round(random(2, 9))} ${round(random(10, 60))} ${round(random(-4, 6))}`,
      pick(random, ['#e0705f', '#571316']),
      random(1, 2.6),
      'opacity=".4"',
    ),
  ),
  placed(
    1660,
    1130,
    1,
    oval(0, 6, 130, 18, '#170c07', 'opacity=".6"') +
      path('M-110 0 Q0 -34 110 0 Q0 26 -110 0Z', '#c9a14e') +
      box(-8, -330, 16, 320, across('#f0cf84', '#8f6a2a')) +
      path('M-150 -330 Q-120 -450 0 -456 Q120 -450 150 -330 Q0 -300 -150 -330Z', down('#2f7a5c', '#184a38')) +
      oval(0, -326, 148, 20, '#fff0b8'),
  ),
  glow(1660, 830, 420, '#ffdd94', 0.75),
  placed(
    330,
    1130,
    1,
    oval(20, 0, 150, 26, '#170c07', 'opacity=".5"') +
      oval(0, -6, 130, 26, '#f4ead6') +
      path('M-74 -100 H74 Q70 -14 0 -12 Q-70 -14 -74 -100Z', across('#fffaf0', '#d9c8b0')) +
      oval(0, -100, 74, 18, '#5c3420') +
      stroke('M74 -84 Q120 -80 70 -44', '#efe2cc', 12),
  ),
  blurred(
    8,
    times(3, (index) => stroke(`M${300 + index * 34} 1000 q-30 -60 6 -110 t0 -110`, '#ffffff', 9, 'opacity=".35"')),
  ),
]
