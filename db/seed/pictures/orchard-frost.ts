import { disc, down, line, oval, path, placed, type Scene, shape, stroke, times } from './kit'
import { mist, ridge, sky, streaks, sun } from './nature'
import { bareTree, tufts } from './trees'

/** Rows of apple trees white with frost, a ladder left among them. */
export const orchardFrost: Scene = (random) => [
  sky('#7fa3cf', '#bccbe4', '#f7d2cf', '#ffc3a6'),
  sun(1420, 520, 54, '#fff3e2', '#ffd0b0'),
  streaks(random, 120, 420, '#fff6f0', 12, 0.5),
  ridge(random, { top: 590, rise: 110, fill: down('#b4b9cf', '#cdbfcb') }),
  ridge(random, { top: 640, rise: 80, fill: down('#96a3bd', '#b8b9c9'), trees: '#8090ab' }),
  mist(650, 200, '#fbe2d8', 0.85),
  path('M0 680 Q960 630 1920 680 V1280 H0Z', down('#e5dfe6', '#cbd6e6', '#93abc9')),
  times(11, (index) =>
    shape(
      `${900 + index * 20},660 ${906 + index * 22},660 ${-2600 + index * 700},1280 ${-2740 + index * 700},1280`,
      '#7d98bb',
      'opacity=".22"',
    ),
  ),
  times(9, (_, along) => bareTree(random, 150 + along * 1640, 700, 130, '#7c84a0', '#f4f2f6')),
  mist(700, 110, '#fbe8e2', 0.7),
  times(
    7,
    (_, along) =>
      oval(70 + along * 1780 - 60, 822, 150, 13, '#6f8bb2', 'opacity=".35"') +
      bareTree(random, 70 + along * 1780, 822, 270, '#5a6082', '#f3f4fa'),
  ),
  mist(830, 120, '#f4e6ea', 0.5),
  shape('900,1060 1180,1020 560,1200 180,1230', '#5f7eaa', 'opacity=".3"'),
  oval(330, 1100, 420, 26, '#5f7eaa', 'opacity=".4"'),
  bareTree(random, 380, 1104, 760, '#3d3a55', '#f6f8fd'),
  oval(1480, 1070, 420, 24, '#5f7eaa', 'opacity=".4"'),
  bareTree(random, 1560, 1074, 700, '#3d3a55', '#f6f8fd'),
  stroke('M1296 1110 L1420 640 M1370 1116 L1452 640', '#6b4a3d', 13),
  times(9, (_, along) =>
    line(1306 + along * 112, 1070 - along * 400, 1376 + along * 70, 1074 - along * 400, '#6b4a3d', 9),
  ),
  placed(
    1010,
    1150,
    1.2,
    path('M-90 -60 H90 L72 20 H-72Z', down('#b07a4a', '#7a4c30')) +
      times(4, (index) => line(-86 + index * 4, -44 + index * 18, 86 - index * 4, -44 + index * 18, '#5c3824', 4)) +
      times(
        11,
        (index) =>
          disc(-70 + index * 14, -64 - (index % 3) * 15, 16, index % 3 ? '#c23b34' : '#d9833d') +
          disc(-75 + index * 14, -70 - (index % 3) * 15, 5, '#ffffff88'),
      ) +
      oval(0, 24, 110, 10, '#5f7eaa', 'opacity=".4"'),
  ),
  tufts(random, 900, 1280, ['#ffffff', '#e7eef8', '#8fa6c6'], 620),
]
