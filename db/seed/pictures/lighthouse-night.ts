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
  round,
  type Scene,
  shape,
  stroke,
  times,
} from './kit'
import { ridge, sky, stars, streaks, water } from './nature'
import { silhouette } from './people'

/** A lighthouse on its headland, its beam over the sea and the stars. */
export const lighthouseNight: Scene = (random) => [
  sky('#060d20', '#0f2140', '#1f4565', '#4f7f8c'),
  stars(random, 760, 420),
  streaks(random, 420, 700, '#8fb8c0', 12, 0.18),
  disc(330, 250, 62, '#f8f1d8'),
  disc(310, 236, 12, '#e2d8b8'),
  disc(348, 268, 17, '#e6dcc0'),
  glow(330, 250, 260, '#cfe0e8', 0.6),
  ridge(random, { top: 790, rise: 60, fill: '#1c3a54', bottom: 830 }),
  water(random, {
    top: 800,
    fill: down('#4a7b88', '#1d4860', '#081a30'),
    light: '#a9cfd6',
    shine: { x: 330, colour: '#f3ecd0', wide: 70 },
  }),
  shape('1330,388 -60,150 -60,560 1330,412', across('#fff3c000', '#fff3c0b8')),
  shape('1330,388 1920,250 1920,560 1330,412', across('#fff3c0b8', '#fff3c022')),
  path(
    'M880 1280 C960 1120 1010 1010 1080 960 C1130 900 1240 880 1340 872 C1520 860 1700 900 1920 880 V1280Z',
    down('#1c3040', '#0a1420'),
  ),
  path(
    'M880 1280 C960 1120 1010 1010 1080 960 C1130 900 1240 880 1340 872 C1180 930 1120 1090 1060 1280Z',
    '#2c4a5a',
    'opacity=".7"',
  ),
  times(130, () => {
    const x = random(1180, 1920)
    return stroke(
      `M${round(x)} ${round(890 + random(-6, 14))} q${round(random(-6, 6))} -16 ${round(random(-12, 8))} -30`,
      pick(random, ['#2c4a5a', '#132532', '#3c5d66']),
      3,
    )
  }),
  shape('1266,880 1290,430 1374,430 1398,880', across('#fdf6e6', '#e6dcc8', '#8a8c96')),
  times(3, (index) => {
    const [top, foot] = [500 + index * 140, 570 + index * 140]
    const left = (y: number) => 1266 + ((880 - y) / 450) * 24
    return shape(
      `${round(left(top))},${top} ${round(2664 - left(top))},${top} ${round(2664 - left(foot))},${foot} ${round(left(foot))},${foot}`,
      across('#d8452f', '#b5321f', '#5c1c1c'),
    )
  }),
  box(1320, 600, 22, 30, '#ffdf8a', 'rx="10"'),
  box(1320, 740, 22, 30, '#ffdf8a', 'rx="10"'),
  box(1272, 414, 120, 20, '#182734'),
  times(8, (index) => line(1276 + index * 16, 414, 1276 + index * 16, 388, '#182734', 3)),
  box(1298, 342, 68, 72, down('#fffbe0', '#ffe08a')),
  line(1332, 342, 1332, 414, '#b99a4a', 3),
  path('M1286 344 Q1332 270 1378 344Z', '#b5321f'),
  line(1332, 306, 1332, 270, '#182734', 5),
  glow(1332, 384, 320, '#ffedac', 1),
  box(1470, 790, 210, 96, across('#3a4a58', '#243340')),
  shape('1452,794 1500,720 1650,720 1700,794', '#141f2c'),
  box(1620, 690, 20, 50, '#141f2c'),
  times(3, (index) => box(1500 + index * 60, 820, 28, 34, '#ffd98a')),
  glow(1575, 840, 120, '#ffcf7a', 0.6),
  blurred(
    4,
    times(50, () =>
      oval(random(860, 1060), 1120 + random(-50, 160), random(20, 70), random(4, 12), '#e4f0ee', 'opacity=".4"'),
    ),
  ),
  silhouette(1730, 892, 88, '#070f1a', { hat: '#070f1a' }),
]
