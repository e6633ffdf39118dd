import {
  box,
  type Chance,
  disc,
  figure,
  glow,
  HEIGHT,
  hills,
  houses,
  line,
  rain,
  ripples,
  shape,
  WIDTH,
  wash,
} from './kit'

type Scene = (random: Chance) => string[]

/** A valley below a dam with a gap in it, at first light. */
const damMorning: Scene = (random) => [
  wash(['#c9d6d3', '#e9dcc6', '#d9b48f']),
  glow(1380, 420, 260, '#fff3d6', 0.9),
  hills(random, 430, 120, '#a7b8b3'),
  hills(random, 560, 110, '#7f9793'),
  shape(
    [
      [300, 520],
      [1660, 520],
      [1500, 960],
      [470, 960],
    ],
    '#d8d2c4',
  ),
  shape(
    [
      [300, 520],
      [1660, 520],
      [1655, 550],
      [306, 550],
    ],
    '#efe9dc',
  ),
  ...[0, 1, 2, 3, 4, 5, 6, 7].map((index) => line(430 + index * 150, 552, 545 + index * 118, 958, '#b9b2a3', 7)),
  shape(
    [
      [880, 520],
      [1090, 520],
      [1060, 640],
      [1120, 760],
      [1040, 960],
      [860, 960],
      [920, 800],
      [840, 660],
    ],
    '#5f7f86',
  ),
  shape(
    [
      [905, 540],
      [1040, 545],
      [1010, 700],
      [1060, 800],
      [1000, 960],
      [900, 960],
      [960, 800],
      [890, 660],
    ],
    '#cfe0de',
    'opacity=".8"',
  ),
  glow(960, 980, 180, '#eef5f2', 0.9),
  wash(['#6c8a8c', '#34545c'], { y: 955, height: 325 }),
  ripples(random, 970, HEIGHT, '#dfe9e6'),
  hills(random, 1180, 60, '#24403f'),
  figure(420, 1190, 120, '#152a2b'),
  figure(476, 1194, 108, '#152a2b'),
  figure(1530, 1200, 114, '#152a2b'),
]

/** A harbour wall that takes the waves of a storm. */
const stormHarbour: Scene = (random) => [
  wash(['#20303a', '#3d535c', '#78888a']),
  ...[0, 1, 2, 3, 4].map((index) =>
    glow(200 + index * 400, 180 + random(-60, 100), 220, index % 2 ? '#55676d' : '#18262e', 0.8),
  ),
  hills(random, 660, 40, '#33464d', 760),
  wash(['#4f666c', '#21363d'], { y: 720, height: 560 }),
  ripples(random, 730, HEIGHT, '#c8d6d6', 130, 0.5),
  shape(
    [
      [0, 940],
      [1180, 900],
      [1180, 990],
      [0, 1060],
    ],
    '#2a2d2c',
  ),
  shape(
    [
      [0, 940],
      [1180, 900],
      [1180, 912],
      [0, 954],
    ],
    '#6d6a60',
  ),
  box(1096, 610, 58, 296, '#d9d2c2'),
  box(1086, 590, 78, 24, '#8c2f24'),
  box(1104, 540, 42, 52, '#f6e6ae'),
  shape(
    [
      [1090, 540],
      [1125, 496],
      [1160, 540],
    ],
    '#8c2f24',
  ),
  glow(1125, 565, 120, '#ffe9a8', 0.8),
  shape(
    [
      [1154, 556],
      [1920, 420],
      [1920, 560],
      [1154, 574],
    ],
    '#ffedb8',
    'opacity=".18"',
  ),
  ...spray(random, 1200, 900, 70),
  ...[
    [360, 1120],
    [700, 1170],
  ].map(([x = 0, y = 0]) => boat(x, y, '#8c2f24', '#e8e1d2')),
  rain(random),
]

/** A white ferry that waits at its berth. */
const ferryAtQuay: Scene = (random) => [
  wash(['#9fc0c9', '#dbe4df', '#f1dfc4']),
  hills(random, 560, 70, '#8ca7a8', 760),
  houses(random, 720, ['#b5654a', '#d7b98e', '#7d8f8d', '#a34b3c', '#e4d6bd'], '#fbe9b7', [70, 150]),
  wash(['#5d8893', '#2b5360'], { y: 716, height: 564 }),
  ripples(random, 730, HEIGHT, '#e9f1ee'),
  shape(
    [
      [320, 700],
      [1640, 700],
      [1560, 890],
      [420, 890],
    ],
    '#f4f1ea',
  ),
  shape(
    [
      [352, 776],
      [1604, 776],
      [1560, 890],
      [420, 890],
    ],
    '#0f4c5c',
  ),
  box(470, 600, 940, 100, '#fbf9f4'),
  box(560, 520, 700, 80, '#f0ece3'),
  box(1040, 440, 120, 84, '#a34b3c'),
  box(1040, 440, 120, 24, '#2a2d2c'),
  ...Array.from({ length: 18 }, (_, index) => box(500 + index * 50, 630, 26, 30, '#31505a')),
  ...Array.from({ length: 13 }, (_, index) => box(590 + index * 50, 548, 26, 24, '#31505a')),
  shape(
    [
      [380, 890],
      [1580, 890],
      [1440, 1010],
      [520, 1010],
    ],
    '#1d3f4a',
    'opacity=".45"',
  ),
  shape(
    [
      [0, 1100],
      [WIDTH, 1020],
      [WIDTH, HEIGHT],
      [0, HEIGHT],
    ],
    '#4a4a45',
  ),
  ...[240, 620, 1060, 1500].map((x) => box(x, 1030 - x / 40, 34, 90, '#2a2b29', 'rx="10"')),
  figure(860, 1160, 150, '#1c1f1f'),
  figure(930, 1166, 140, '#1c1f1f'),
  figure(1330, 1140, 150, '#1c1f1f'),
]

/** An empty platform, its clock, and rails that run away. */
const railPlatform: Scene = (random) => [
  wash(['#3b4a56', '#8496a0', '#d8c7ae']),
  hills(random, 640, 40, '#5c6d75', 760),
  shape(
    [
      [0, 0],
      [WIDTH, 0],
      [WIDTH, 170],
      [1060, 560],
      [0, 330],
    ],
    '#26323a',
  ),
  ...Array.from({ length: 8 }, (_, index) => line(index * 240, 300 + index * 18, 1060, 560, '#3a4953', 6)),
  shape(
    [
      [0, 760],
      [980, 640],
      [1040, 640],
      [620, HEIGHT],
      [0, HEIGHT],
    ],
    '#b9ad99',
  ),
  shape(
    [
      [560, HEIGHT],
      [1024, 640],
      [1040, 640],
      [660, HEIGHT],
    ],
    '#e8c24a',
  ),
  shape(
    [
      [660, HEIGHT],
      [1040, 640],
      [1120, 640],
      [1760, HEIGHT],
    ],
    '#4b4a47',
  ),
  line(860, HEIGHT, 1062, 640, '#c9c4b8', 10),
  line(1300, HEIGHT, 1092, 640, '#c9c4b8', 10),
  ...Array.from({ length: 16 }, (_, index) => {
    const far = (index / 16) ** 2
    return line(1066 - far * 270, 660 + far * 620, 1088 + far * 270, 660 + far * 620, '#332f2b', 3 + far * 14)
  }),
  box(300, 300, 22, 560, '#1f2a31'),
  box(700, 420, 14, 320, '#1f2a31'),
  disc(310, 360, 84, '#f4efe3'),
  disc(310, 360, 84, 'none', 'stroke="#1f2a31" stroke-width="14"'),
  line(310, 360, 310, 306, '#1f2a31', 8),
  line(310, 360, 352, 384, '#1f2a31', 8),
  figure(470, 1010, 250, '#1b2329'),
  box(498, 930, 58, 74, '#6d3b2e', 'rx="6"'),
  figure(760, 800, 120, '#232d34'),
  glow(1080, 640, 130, '#ffe7b0', 0.8),
]

/** A long corridor with light at its end. */
const hospitalCorridor: Scene = (random) => [
  wash(['#dfe9e6', '#c2d3d0']),
  shape(
    [
      [0, 0],
      [780, 460],
      [780, 790],
      [0, HEIGHT],
    ],
    '#cfdedb',
  ),
  shape(
    [
      [WIDTH, 0],
      [1140, 460],
      [1140, 790],
      [WIDTH, HEIGHT],
    ],
    '#b7cbc8',
  ),
  shape(
    [
      [0, HEIGHT],
      [780, 790],
      [1140, 790],
      [WIDTH, HEIGHT],
    ],
    '#8fb0af',
  ),
  shape(
    [
      [0, 0],
      [780, 460],
      [1140, 460],
      [WIDTH, 0],
    ],
    '#eef4f1',
  ),
  box(780, 460, 360, 330, '#fdf8e6'),
  glow(960, 620, 240, '#fff7d6', 0.9),
  ...[0, 1, 2, 3].map((index) => {
    const far = 1 - index * 0.23
    return shape(
      [
        [960 - 150 * far, 440 - 300 * far],
        [960 + 150 * far, 440 - 300 * far],
        [960 + 110 * far, 452 - 230 * far],
        [960 - 110 * far, 452 - 230 * far],
      ],
      '#ffffff',
      'opacity=".9"',
    )
  }),
  shape(
    [
      [120, 360],
      [330, 460],
      [330, 1010],
      [120, 1160],
    ],
    '#4f8288',
  ),
  shape(
    [
      [470, 530],
      [590, 580],
      [590, 880],
      [470, 950],
    ],
    '#4f8288',
  ),
  shape(
    [
      [1800, 360],
      [1590, 460],
      [1590, 1010],
      [1800, 1160],
    ],
    '#3f7078',
  ),
  shape(
    [
      [1450, 530],
      [1330, 580],
      [1330, 880],
      [1450, 950],
    ],
    '#3f7078',
  ),
  shape(
    [
      [0, 760],
      [780, 640],
      [780, 652],
      [0, 800],
    ],
    '#0f4c5c',
  ),
  shape(
    [
      [WIDTH, 760],
      [1140, 640],
      [1140, 652],
      [WIDTH, 800],
    ],
    '#0f4c5c',
  ),
  figure(900, 860, 210, '#23434a'),
  figure(1010, 840, 180, '#2f565d'),
  figure(680, 1060, 330, '#1b383f'),
  box(1120, 930, 210, 24, '#dfe9e6', 'rx="8"'),
  box(1110, 880, 30, 56, '#f4f7f4', 'rx="6"'),
  line(1140, 954, 1140, 1020, '#5a6f73', 8),
  line(1310, 954, 1310, 1020, '#5a6f73', 8),
  disc(1140, 1028, 12, '#2b3b3f'),
  disc(1310, 1028, 12, '#2b3b3f'),
  glow(random(900, 1000), 820, 120, '#ffffff', 0.35),
]

/** A parliament under a copper dome, at dusk. */
const parliamentDome: Scene = (random) => [
  wash(['#26344d', '#6c6b86', '#e0a582']),
  glow(960, 720, 420, '#ffcf9c', 0.55),
  hills(random, 800, 30, '#3b4157', 900),
  box(460, 640, 1000, 320, '#d9c9b4'),
  box(430, 620, 1060, 30, '#eadcc8'),
  shape(
    [
      [720, 620],
      [960, 500],
      [1200, 620],
    ],
    '#e4d4bf',
  ),
  ...Array.from({ length: 12 }, (_, index) => box(500 + index * 80, 660, 34, 270, '#b7a48f')),
  ...Array.from({ length: 11 }, (_, index) =>
    box(546 + index * 80, 720, 20, 130, index % 3 === 1 ? '#ffe2a3' : '#5a5566'),
  ),
  box(780, 420, 360, 100, '#cbb9a3'),
  ...Array.from({ length: 8 }, (_, index) => box(800 + index * 44, 432, 18, 76, '#7f7468')),
  `<path d="M770 424 C790 220 1130 220 1150 424 Z" fill="#4f8a80"/><path d="M960 270 C1060 270 1130 330 1150 424 L960 424 Z" fill="#3c7069"/>`,
  box(944, 214, 32, 70, '#d9c9b4'),
  line(960, 216, 960, 150, '#3b3a3a', 6),
  shape(
    [
      [962, 152],
      [1030, 166],
      [962, 186],
    ],
    '#a34b3c',
  ),
  box(400, 950, 1120, 30, '#a8978a'),
  box(360, 976, 1200, 34, '#8f8079'),
  wash(['#4a4757', '#26283a'], { y: 1008, height: 272 }),
  ...Array.from({ length: 9 }, (_, index) =>
    [
      line(200 + index * 190, 1090, 200 + index * 190, 980, '#1d1f2b', 6),
      disc(200 + index * 190, 976, 12, '#ffe7b0'),
      glow(200 + index * 190, 976, 46, '#ffdf9c', 0.6),
    ].join(''),
  ),
  ...Array.from({ length: 14 }, () => figure(random(80, 1840), random(1090, 1250), random(80, 130), '#171a26')),
]

/** Turbines on a ridge above the sea. */
const windTurbines: Scene = (random) => [
  wash(['#7fb2c4', '#cfe2df', '#f6e7c8']),
  disc(1500, 360, 90, '#fff6da'),
  glow(1500, 360, 220, '#fff1c4', 0.7),
  wash(['#5f98a6', '#84b1b3'], { y: 640, height: 200 }),
  ripples(random, 650, 830, '#eef6f2', 60),
  hills(random, 800, 70, '#7d9a6c'),
  hills(random, 930, 80, '#5e7f55'),
  hills(random, 1090, 70, '#3d5f43'),
  ...[
    [330, 880, 1],
    [760, 930, 1.25],
    [1180, 860, 0.9],
    [1640, 940, 1.15],
    [980, 800, 0.6],
    [1420, 790, 0.55],
  ].map(([x = 0, base = 0, scale = 1]) => turbine(random, x, base, scale)),
  ...Array.from({ length: 26 }, () => disc(random(0, WIDTH), random(1090, 1240), random(7, 13), '#f4f0e4')),
]

/** Fishing boats drawn up for the night. */
const fishingBoats: Scene = (random) => [
  wash(['#e7b58c', '#f2d9b4', '#cfdcd6']),
  disc(560, 520, 110, '#fff0cf'),
  glow(560, 520, 240, '#ffe7b6', 0.8),
  hills(random, 600, 50, '#a79f92', 680),
  wash(['#c9bda6', '#6f8f95', '#39606b'], { y: 660, height: 620 }),
  ripples(random, 670, HEIGHT, '#fff3d9', 120, 0.5),
  ...[
    [280, 900, 1],
    [760, 980, 1.3],
    [1290, 900, 1.05],
    [1650, 1040, 1.4],
  ].map(([x = 0, y = 0, scale = 1], index) =>
    trawler(x, y, scale, ['#a34b3c', '#0f4c5c', '#d9a441', '#2f4f46'][index] ?? '#333'),
  ),
  ...Array.from({ length: 12 }, () => gull(random(100, 1820), random(120, 480), random(16, 34))),
]

/** A choir in a chapel with tall windows. */
const choirInChapel: Scene = (random) => [
  wash(['#3a2f33', '#5d4a45', '#2c2426']),
  ...[300, 720, 1140, 1560].map(
    (x) =>
      `<path d="M${x - 110} 820 V330 Q${x} 150 ${x + 110} 330 V820 Z" fill="#f2cf8d"/><path d="M${x - 88} 806 V340 Q${x} 184 ${x + 88} 340 V806 Z" fill="#e0a65e"/>`,
  ),
  ...[300, 720, 1140, 1560].flatMap((x, index) => [
    disc(x, 330, 44, ['#a34b3c', '#0f6c7c', '#6b4f8a', '#4f7a4a'][index] ?? '#333', 'opacity=".85"'),
    line(x, 220, x, 806, '#3a2f33', 8),
    line(x - 88, 520, x + 88, 520, '#3a2f33', 8),
    line(x - 88, 660, x + 88, 660, '#3a2f33', 8),
  ]),
  ...[300, 720, 1140, 1560].map((x) =>
    shape(
      [
        [x - 90, 806],
        [x + 90, 806],
        [x + 330, HEIGHT],
        [x - 10, HEIGHT],
      ],
      '#ffdf9c',
      'opacity=".13"',
    ),
  ),
  ...Array.from({ length: 13 }, (_, index) => singer(random, 190 + index * 128, 980, 320)),
  ...Array.from({ length: 12 }, (_, index) => singer(random, 250 + index * 128, 1120, 340)),
  box(0, 1120, WIDTH, 160, '#1b1517'),
  figure(960, HEIGHT, 330, '#120e10'),
  line(1000, 1060, 1090, 990, '#120e10', 16),
  line(1090, 990, 1140, 950, '#f2e6cf', 5),
]

/** A small ground under floodlights. */
const footballFloodlights: Scene = (random) => [
  wash(['#0d1a2b', '#1d3550', '#36566a']),
  ...[180, 1740].flatMap((x) => [
    box(x - 9, 200, 18, 560, '#101722'),
    box(x - 90, 140, 180, 76, '#1b2431'),
    ...[-60, -20, 20, 60].map((offset) => disc(x + offset, 178, 16, '#fffbe6')),
    glow(x, 178, 190, '#fff6cf', 0.75),
  ]),
  shape(
    [
      [180, 190],
      [1500, HEIGHT],
      [-400, HEIGHT],
    ],
    '#fff8dc',
    'opacity=".08"',
  ),
  shape(
    [
      [1740, 190],
      [2300, HEIGHT],
      [420, HEIGHT],
    ],
    '#fff8dc',
    'opacity=".08"',
  ),
  box(0, 600, WIDTH, 190, '#182534'),
  ...Array.from({ length: 420 }, () =>
    disc(
      random(0, WIDTH),
      random(620, 780),
      random(5, 9),
      ['#a34b3c', '#d9a441', '#e8e1d2', '#3e6a78', '#6a7a80'][Math.floor(random(0, 5))] ?? '#fff',
      'opacity=".75"',
    ),
  ),
  ...Array.from({ length: 10 }, (_, index) =>
    shape(
      [
        [-200 + index * 240, HEIGHT],
        [40 + index * 240, HEIGHT],
        [330 + index * 145, 790],
        [185 + index * 145, 790],
      ],
      index % 2 ? '#2f6b3f' : '#37794a',
    ),
  ),
  box(0, 782, WIDTH, 14, '#e8e1d2'),
  line(0, 1010, WIDTH, 1010, '#e7efe6', 6),
  `<ellipse cx="960" cy="1010" rx="280" ry="74" fill="none" stroke="#e7efe6" stroke-width="6"/>`,
  ...[
    [640, 1080, 230, '#a34b3c'],
    [880, 960, 160, '#f1e7d2'],
    [1130, 1110, 250, '#f1e7d2'],
    [1420, 960, 165, '#a34b3c'],
    [360, 940, 150, '#f1e7d2'],
  ].map(([x, base, height, fill]) => figure(Number(x), Number(base), Number(height), String(fill))),
  disc(985, 1088, 20, '#ffffff'),
  shape(
    [
      [966, 1110],
      [1006, 1110],
      [1060, 1122],
      [930, 1122],
    ],
    '#1d4a2c',
    'opacity=".5"',
  ),
]

/** A river that winds through fields. */
const riverValley: Scene = (random) => [
  wash(['#a9cbd3', '#e5e7d4', '#f5e3bd']),
  glow(420, 320, 220, '#fff5d2', 0.9),
  hills(random, 470, 110, '#9fb5ad'),
  hills(random, 570, 90, '#86a387'),
  hills(random, 680, 70, '#a9b56f'),
  hills(random, 800, 60, '#8aa35c'),
  hills(random, 960, 70, '#64894f'),
  `<path d="M1180 690 C1000 760 1420 800 1150 880 C860 960 700 960 820 1070 C940 1160 900 1240 700 1280 L1340 1280 C1500 1180 1280 1120 1220 1060 C1160 990 1400 950 1460 880 C1540 790 1160 770 1210 690 Z" fill="#7fb0bd"/>`,
  `<path d="M1190 700 C1080 770 1430 800 1200 880 C980 960 800 980 900 1070" fill="none" stroke="#e9f4f2" stroke-width="10" opacity=".7"/>`,
  ...Array.from({ length: 46 }, () => tree(random, random(0, WIDTH), random(760, 1240))),
  box(300, 770, 90, 60, '#e9dfc8'),
  shape(
    [
      [290, 772],
      [345, 728],
      [400, 772],
    ],
    '#8c4a38',
  ),
  box(360, 720, 16, 30, '#6d5a4c'),
]

/** A lighthouse, its beam, and stars. */
const lighthouseNight: Scene = (random) => [
  wash(['#0a1424', '#14304a', '#2f5a6b']),
  ...Array.from({ length: 170 }, () =>
    disc(random(0, WIDTH), random(0, 700), random(1, 3), '#f6efd8', `opacity="${random(0.3, 1).toFixed(2)}"`),
  ),
  disc(330, 240, 64, '#f3ecd6'),
  glow(330, 240, 150, '#f3ecd6', 0.4),
  shape(
    [
      [1236, 452],
      [0, 250],
      [0, 640],
    ],
    '#fff0bd',
    'opacity=".2"',
  ),
  shape(
    [
      [1300, 452],
      [WIDTH, 330],
      [WIDTH, 560],
    ],
    '#fff0bd',
    'opacity=".2"',
  ),
  wash(['#1d4457', '#0b2030'], { y: 820, height: 460 }),
  ripples(random, 830, HEIGHT, '#9fc3c8', 100, 0.4),
  `<path d="M940 1010 C1060 850 1180 830 1270 850 C1420 860 1560 900 1920 870 L1920 1280 L820 1280 Z" fill="#0b1620"/>`,
  shape(
    [
      [1216, 860],
      [1320, 860],
      [1302, 500],
      [1234, 500],
    ],
    '#efe7d6',
  ),
  shape(
    [
      [1220, 790],
      [1316, 790],
      [1310, 690],
      [1226, 690],
    ],
    '#a34b3c',
  ),
  shape(
    [
      [1229, 600],
      [1307, 600],
      [1303, 520],
      [1233, 520],
    ],
    '#a34b3c',
  ),
  box(1224, 484, 88, 20, '#1b2630'),
  box(1240, 424, 56, 62, '#fff3c2'),
  shape(
    [
      [1232, 426],
      [1268, 380],
      [1304, 426],
    ],
    '#1b2630',
  ),
  glow(1268, 452, 120, '#fff0bd', 0.9),
  box(1350, 800, 150, 70, '#d8cfbd'),
  shape(
    [
      [1340, 802],
      [1425, 752],
      [1510, 802],
    ],
    '#33424c',
  ),
  box(1390, 822, 22, 26, '#ffe2a3'),
  box(1440, 822, 22, 26, '#ffe2a3'),
]

/** A market street after rain. */
const marketStreet: Scene = (random) => [
  wash(['#6f8792', '#c5cdc8', '#efd9b6']),
  houses(random, 760, ['#8f5242', '#b98d63', '#5d7076', '#c9b08a', '#77453b'], '#ffe9b5', [260, 420]),
  wash(['#8d8a80', '#4a4c4a'], { y: 756, height: 524 }),
  ripples(random, 780, HEIGHT, '#f2dfb8', 70, 0.4),
  ...[
    [120, '#a34b3c'],
    [620, '#0f4c5c'],
    [1120, '#d9a441'],
    [1560, '#4f7a4a'],
  ].map(([x, colour]) => stall(random, Number(x), String(colour))),
  ...Array.from({ length: 11 }, () =>
    figure(
      random(80, 1840),
      random(1010, 1230),
      random(190, 260),
      ['#22282b', '#3a2d2a', '#26343a'][Math.floor(random(0, 3))] ?? '#222',
    ),
  ),
  ...[0, 1, 2].map((row) =>
    Array.from({ length: 22 }, (_, index) =>
      disc(index * 92 + row * 30, 250 + row * 44 + Math.sin(index / 3.2 + row) * 34, 9, '#ffe7a3'),
    ).join(''),
  ),
]

/** A container port by night. */
const containerPort: Scene = (random) => [
  wash(['#1a2438', '#4a4a63', '#d08a6a']),
  glow(1500, 760, 320, '#ffb88a', 0.5),
  ...[260, 760, 1260].map((x) => crane(x, 900)),
  ...Array.from({ length: 66 }, (_, index) => {
    const [column, row] = [index % 22, Math.floor(index / 22)]
    const colour =
      ['#a34b3c', '#0f4c5c', '#d9a441', '#6b7f86', '#4f7a4a', '#b98d63'][Math.floor(random(0, 6))] ?? '#333'
    return random() > row * 0.22
      ? box(column * 90 - 10, 890 - row * 66, 86, 62, colour) +
          line(column * 90 + 14, 896 - row * 66, column * 90 + 14, 946 - row * 66, '#00000044', 4) +
          line(column * 90 + 44, 896 - row * 66, column * 90 + 44, 946 - row * 66, '#00000044', 4)
      : ''
  }),
  box(0, 950, WIDTH, 40, '#20222b'),
  wash(['#3a3a4f', '#141a2a'], { y: 986, height: 294 }),
  ripples(random, 990, HEIGHT, '#ffc99c', 100, 0.5),
  ...Array.from({ length: 12 }, (_, index) => glow(80 + index * 170, 930, 40, '#ffe2a3', 0.7)),
]

export const SCENES: Record<string, Scene> = {
  'dam-morning': damMorning,
  'storm-harbour': stormHarbour,
  'ferry-at-quay': ferryAtQuay,
  'rail-platform': railPlatform,
  'hospital-corridor': hospitalCorridor,
  'parliament-dome': parliamentDome,
  'wind-turbines': windTurbines,
  'fishing-boats': fishingBoats,
  'choir-in-chapel': choirInChapel,
  'football-floodlights': footballFloodlights,
  'river-valley': riverValley,
  'lighthouse-night': lighthouseNight,
  'market-street': marketStreet,
  'container-port': containerPort,
}

function spray(random: Chance, x: number, y: number, count: number): string[] {
  return Array.from({ length: count }, () => {
    const angle = random(3.3, 6.1)
    const reach = random(40, 420)
    return disc(
      x + Math.cos(angle) * reach * 0.7,
      y + Math.sin(angle) * reach,
      random(4, 26),
      '#e6efef',
      `opacity="${random(0.25, 0.9).toFixed(2)}"`,
    )
  })
}

function boat(x: number, y: number, hull: string, cabin: string): string {
  return (
    shape(
      [
        [x - 110, y],
        [x + 120, y - 8],
        [x + 80, y + 54],
        [x - 80, y + 54],
      ],
      hull,
    ) +
    box(x - 40, y - 60, 80, 58, cabin) +
    line(x + 10, y - 60, x + 14, y - 170, '#22282b', 5)
  )
}

function trawler(x: number, y: number, scale: number, hull: string): string {
  const at = (dx: number, dy: number): [number, number] => [x + dx * scale, y + dy * scale]
  return [
    shape([at(-150, -10), at(160, -40), at(120, 60), at(-120, 60)], hull),
    shape([at(-150, -10), at(160, -40), at(158, -26), at(-148, 6)], '#f1e7d2'),
    box(x - 90 * scale, y - 110 * scale, 110 * scale, 96 * scale, '#f4efe3'),
    box(x - 76 * scale, y - 94 * scale, 30 * scale, 28 * scale, '#2d4a52'),
    box(x - 30 * scale, y - 94 * scale, 30 * scale, 28 * scale, '#2d4a52'),
    line(...at(50, -30), ...at(54, -220), '#3b332c', 7 * scale),
    line(...at(54, -210), ...at(-120, -16), '#3b332c', 2.5),
    line(...at(54, -210), ...at(156, -40), '#3b332c', 2.5),
    shape([at(-130, 60), at(120, 60), at(70, 130), at(-80, 130)], hull, 'opacity=".3"'),
  ].join('')
}

function gull(x: number, y: number, size: number): string {
  return `<path d="M${x - size} ${y} q${size / 2} ${-size * 0.7} ${size} 0 q${size / 2} ${-size * 0.7} ${size} 0" fill="none" stroke="#4a4640" stroke-width="5" stroke-linecap="round"/>`
}

function turbine(random: Chance, x: number, base: number, scale: number): string {
  const [hubY, blade, turn] = [base - 420 * scale, 190 * scale, random(0, 2)]
  const blades = [0, 1, 2].map((index) => {
    const angle = turn + (index * Math.PI * 2) / 3
    const [tipX, tipY] = [x + Math.cos(angle) * blade, hubY + Math.sin(angle) * blade]
    const [sideX, sideY] = [x + Math.cos(angle + 0.16) * blade * 0.3, hubY + Math.sin(angle + 0.16) * blade * 0.3]
    return shape(
      [
        [x, hubY],
        [sideX, sideY],
        [tipX, tipY],
      ],
      '#f7f5ee',
    )
  })
  return (
    shape(
      [
        [x - 8 * scale, base + 20],
        [x + 8 * scale, base + 20],
        [x + 4 * scale, hubY],
        [x - 4 * scale, hubY],
      ],
      '#eeece3',
    ) +
    blades.join('') +
    disc(x, hubY, 10 * scale, '#d9d6cb')
  )
}

function singer(random: Chance, x: number, base: number, height: number): string {
  const robe = ['#5b2a2a', '#4d2430', '#6a3532'][Math.floor(random(0, 3))] ?? '#5b2a2a'
  const skin = ['#e3b58f', '#b67b54', '#8a5638', '#f0cda8', '#6a3f2a'][Math.floor(random(0, 5))] ?? '#e3b58f'
  return (
    shape(
      [
        [x - 62, base],
        [x - 40, base - height * 0.66],
        [x + 40, base - height * 0.66],
        [x + 62, base],
      ],
      robe,
    ) +
    shape(
      [
        [x - 26, base - height * 0.66],
        [x, base - height * 0.5],
        [x + 26, base - height * 0.66],
      ],
      '#f2e6cf',
    ) +
    disc(x, base - height * 0.8, 34, skin) +
    `<path d="M${x - 36} ${base - height * 0.8} a36 38 0 0 1 72 0 q-36 -26 -72 0" fill="${['#2b1d16', '#6d6a66', '#8c5a34', '#1a1412'][Math.floor(random(0, 4))]}"/>` +
    disc(x, base - height * 0.755, 7, '#5a2620')
  )
}

function tree(random: Chance, x: number, base: number): string {
  const size = random(16, 40)
  return (
    box(x - 3, base - size, 6, size, '#4a3b2c') +
    disc(x, base - size * 1.3, size * 0.8, ['#3f6a3f', '#557d45', '#2f5738'][Math.floor(random(0, 3))] ?? '#3f6a3f')
  )
}

function stall(random: Chance, x: number, colour: string): string {
  const stripes = Array.from({ length: 6 }, (_, index) =>
    shape(
      [
        [x + index * 50, 780],
        [x + index * 50 + 50, 780],
        [x + index * 56 + 36, 860],
        [x + index * 56 - 20, 860],
      ],
      index % 2 ? '#f4efe3' : colour,
    ),
  )
  const goods = Array.from({ length: 16 }, () =>
    disc(
      random(x + 10, x + 290),
      random(950, 975),
      random(12, 20),
      ['#d9a441', '#a34b3c', '#6d8f4a', '#e8e1d2'][Math.floor(random(0, 4))] ?? '#d9a441',
    ),
  )
  return (
    line(x + 6, 860, x + 6, 1080, '#2c2a27', 10) +
    line(x + 296, 860, x + 296, 1080, '#2c2a27', 10) +
    stripes.join('') +
    box(x - 6, 970, 314, 90, '#6d5137') +
    goods.join('')
  )
}

function crane(x: number, base: number): string {
  const steel = '#101725'
  return (
    box(x, base - 620, 22, 620, steel) +
    box(x + 150, base - 620, 22, 620, steel) +
    box(x - 180, base - 640, 660, 26, steel) +
    line(x + 90, base - 780, x - 170, base - 630, steel, 8) +
    line(x + 90, base - 780, x + 470, base - 630, steel, 8) +
    box(x + 80, base - 790, 22, 170, steel) +
    line(x + 330, base - 620, x + 330, base - 300, steel, 4) +
    box(x + 288, base - 300, 86, 50, '#d9a441') +
    line(x + 10, base - 300, x + 160, base - 480, steel, 8)
  )
}
