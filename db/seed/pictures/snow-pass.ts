import {
  across,
  blurred,
  box,
  disc,
  down,
  glow,
  mix,
  oval,
  path,
  pick,
  placed,
  round,
  type Scene,
  shape,
  stroke,
  times,
} from './kit'
import { mist, mountain, ridge, sky, snow, streaks } from './nature'
import { fir } from './trees'

/** A plough with its lamp lit, climbing the bends of a pass in the snow. */
export const snowPass: Scene = (random) => {
  const road =
    'M1240 560 C1120 590 760 600 800 660 C840 720 1360 700 1320 790 C1280 880 560 830 600 960 C630 1050 1040 1060 1180 1280'
  return [
    sky('#5f7fa3', '#a9bccb', '#efd9cf', '#f7c9b0'),
    streaks(random, 120, 420, '#fff2e8', 10, 0.55),
    glow(1500, 430, 420, '#ffd9b8', 0.7),
    mountain(random, 960, 300, 620, 900, '#dfe3ec', '#a3b4cd'),
    mountain(random, 330, 170, 620, 900, '#f4eef0', '#8ea4c4'),
    mountain(random, 1610, 130, 660, 900, '#fdf2ea', '#8197bd'),
    mist(700, 260, '#f3e6e2', 0.85),
    ridge(random, { top: 700, rise: 150, fill: down('#dfe5ee', '#c3d0e0'), trees: '#5f7b92' }),
    path('M0 760 Q420 640 900 690 T1920 640 V1280 H0Z', down('#f6f4f4', '#d5e0ec', '#a9c0d8')),
    stroke(road, '#8fa6c0', 62, 'opacity=".75"'),
    stroke(road, '#f4f7fa', 52),
    stroke(road, '#55677d', 40),
    stroke(road, '#e7d9a8', 3, 'stroke-dasharray="26 22"'),
    times(42, (index) => fir(random(-40, 560), 800 + index * 9, 90 + index * 4, mix('#53718a', '#22384d', index / 42))),
    times(46, (index) =>
      fir(random(1380, 1960), 790 + index * 10, 84 + index * 4.4, mix('#4f6d86', '#1d3247', index / 46)),
    ),
    times(70, () =>
      oval(
        pick(random, [random(0, 560), random(1400, 1920)]),
        random(1180, 1280),
        random(60, 190),
        random(10, 26),
        '#f5f8fb',
        `opacity="${round(random(0.25, 0.7))}"`,
      ),
    ),
    glow(770, 960, 230, '#ffbe5c', 0.9),
    placed(
      700,
      985,
      0.95,
      oval(10, 6, 120, 12, '#30455c', 'opacity=".45"') +
        box(-72, -62, 96, 54, down('#e7782f', '#b9531c'), 'rx="5"') +
        box(16, -94, 60, 86, down('#f28a3a', '#c65f22'), 'rx="8"') +
        shape('28,-84 68,-84 74,-52 28,-52', '#bfe0ec') +
        box(34, -106, 24, 12, '#ffd36b', 'rx="5"') +
        path('M76 -44 L120 -52 Q96 -20 122 6 L84 2Z', down('#f4c64f', '#a87a20')) +
        times(3, (index) => disc(-50 + index * 50, -4, 18, '#1e2834') + disc(-50 + index * 50, -4, 7, '#8794a3')),
    ),
    shape('800,935 1130,880 1180,985 800,960', across('#fff0b8cc', '#fff0b800')),
    blurred(
      9,
      times(26, () => disc(random(820, 960), random(900, 1010), random(8, 34), '#ffffff', 'opacity=".6"')),
    ),
    snow(random, 420),
  ]
}
