import {
  across,
  blurred,
  box,
  type Chance,
  disc,
  down,
  line,
  oval,
  path,
  placed,
  round,
  type Scene,
  seen,
  shape,
  stroke,
  times,
} from './kit'
import { gulls, ridge, sky, streaks, sun, water } from './nature'
import { passerBy } from './people'
import { houses } from './town'

/** The ferry at its berth in the early sun; the quay fills. */
export const ferryAtQuay: Scene = (random) => {
  const windows = (x: number, y: number, count: number, step: number, size: number) =>
    times(count, (index) =>
      box(x + index * step, y, size, size * 0.72, index % 5 === 2 ? '#ffe3a1' : '#27485a', 'rx="4"'),
    )
  return [
    sky('#7fb0c2', '#c3d9d4', '#f7e3c0', '#f5c99b'),
    streaks(random, 70, 360, '#ffffff', 15, 0.6),
    sun(300, 430, 60, '#fff6da', '#ffe0a0'),
    ridge(random, { top: 560, rise: 150, fill: down('#a3b9b5', '#b7bfae') }),
    ridge(random, { top: 640, rise: 110, fill: down('#839f95', '#9aa990'), trees: '#6b8a80' }),
    houses(random, {
      base: 700,
      walls: ['#d98f6a', '#efd5a8', '#8fa9a8', '#c46d55', '#f2e6cd'],
      roofs: ['#8a4a3c', '#5e5a5a', '#a05a44'],
      light: '#fff0bd',
      least: 60,
      most: 130,
      wide: 74,
    }),
    water(random, {
      top: 700,
      bottom: 1080,
      fill: down('#c9d3c2', '#6ea0a8', '#2f6573'),
      light: '#f4f4e2',
      shine: { x: 320, colour: '#fff0c4', wide: 90 },
    }),
    seen(0.4, path('M470 1000 H1700 L1640 1080 H560Z', '#163946')),
    path(
      'M380 800 L1760 770 Q1800 770 1786 800 L1720 960 Q1700 1000 1650 1000 H560 Q500 1000 480 960Z',
      down('#1d4a60', '#123141'),
    ),
    path('M380 800 L1760 770 Q1800 770 1786 800 L1776 822 L388 836Z', '#fdfaf2'),
    path('M470 930 L1736 920 L1722 956 H480Z', '#c4402f', 'opacity=".85"'),
    path('M470 800 L520 690 H1560 L1650 776Z', down('#ffffff', '#dfe3df')),
    path('M560 692 L600 606 H1430 L1500 692Z', down('#ffffff', '#d3dad8')),
    path('M640 608 L668 540 H1080 L1130 608Z', down('#ffffff', '#cbd4d4')),
    windows(545, 726, 25, 40, 26),
    windows(620, 640, 20, 40, 26),
    windows(690, 566, 10, 38, 26),
    path('M1180 606 L1206 450 H1340 L1352 606Z', across('#c4402f', '#8e2a20')),
    path('M1197 500 L1206 450 H1340 L1344 500Z', '#1b2f3a'),
    blurred(
      12,
      times(9, (index) =>
        disc(1280 - index * 46, 420 - index * 26, 26 + index * 9, '#f6ece0', `opacity="${round(0.6 - index * 0.055)}"`),
      ),
    ),
    stroke('M760 540 V430 M730 470 H790', '#5d6a6c', 6),
    stroke('M760 440 L640 606 M760 440 L1190 520', '#5d6a6c', 2),
    times(5, (index) => path(`M${640 + index * 160} 690 q34 30 74 0 v-14 h-74Z`, '#f08a3c')),
    times(32, (index) => line(530 + index * 34, 690, 530 + index * 34, 668, '#6f7f83', 2)),
    line(528, 668, 1590, 668, '#6f7f83', 3),
    shape('1180,1000 1320,1000 1380,1120 1080,1120', down('#8b8f8a', '#5f6462')),
    path('M0 1070 L1920 1040 V1280 H0Z', down('#a89b88', '#6f675f', '#45423f')),
    path('M0 1070 L1920 1040 V1066 L0 1098Z', '#d8cbb4'),
    times(14, (index) => line(-120 + index * 170, 1100, -300 + index * 200, 1280, '#3b3836', 3, 'opacity=".3"')),
    times(5, (index) =>
      placed(
        130 + index * 430,
        1084 - index * 6,
        1,
        path('M-22 0 L-16 -48 H16 L22 0Z', '#262a2e') +
          oval(0, -50, 26, 9, '#3a4046') +
          oval(40, 0, 50, 6, '#00000055'),
      ),
    ),
    times(11, (index) =>
      passerBy(
        random,
        190 + index * 128 + random(-30, 30),
        1150 + random(0, 60),
        165,
        ['#c4402f', '#1d4a60', '#d9a441', '#5f7461', '#efe2c8', '#7a4a5c'],
        '#2a2624',
      ),
    ),
    familyOnQuay(random),
    gulls(random, 900, 330, 520, 12, '#4e6a72'),
  ]
}

function familyOnQuay(random: Chance): string {
  return (
    passerBy(random, 1600, 1230, 210, ['#7a4a5c', '#d9a441'], '#2a2624') +
    passerBy(random, 1700, 1226, 200, ['#1d4a60', '#c4402f'], '#2a2624') +
    passerBy(random, 1650, 1236, 120, ['#d9a441', '#c4402f'], '#2a2624')
  )
}
