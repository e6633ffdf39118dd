import { across, box, disc, down, line, oval, path, pick, placed, round, type Scene, seen, shape, times } from './kit'
import { gulls, mist, ridge, sky, streaks, sun } from './nature'
import { tree, tufts } from './trees'

/** A broad valley in summer: fields, a river in its bends, one house. */
export const riverValley: Scene = (random) => {
  const field = (points: string, colour: string, rows: string) => shape(points, colour) + seen(0.28, rows)
  return [
    sky('#7fb3c4', '#bddbd4', '#f4efce'),
    streaks(random, 60, 320, '#ffffff', 16, 0.6),
    sun(520, 300, 52, '#fffbe2', '#fff0b4'),
    ridge(random, { top: 440, rise: 170, fill: down('#a5c0bd', '#b9cdbb') }),
    ridge(random, { top: 510, rise: 150, fill: down('#86aa9c', '#a5c09a') }),
    mist(540, 120, '#f6f3d4', 0.7),
    ridge(random, { top: 610, rise: 130, fill: down('#6d9a74', '#8fb066'), trees: '#4d7c60' }),
    path('M0 640 Q500 590 960 640 T1920 620 V1280 H0Z', down('#a9c06a', '#8bb055', '#5f9048')),
    field(
      '0,700 420,650 640,690 180,800 0,806',
      '#d9c46a',
      times(14, (_, along) => line(along * 300, 800 - along * 20, 380 + along * 240, 660 + along * 26, '#a98f35', 3)),
    ),
    field(
      '1200,660 1560,640 1920,690 1920,770 1480,730',
      '#c9d27c',
      times(12, (_, along) =>
        line(1240 + along * 300, 668 + along * 50, 1600 + along * 300, 650 + along * 90, '#7f9a45', 3),
      ),
    ),
    field(
      '1380,760 1920,800 1920,960 1300,850',
      '#7fa84c',
      times(12, (_, along) => line(1330 + along * 60, 846 - along * 80, 1920, 960 - along * 150, '#4d7a38', 4)),
    ),
    field(
      '0,840 300,800 520,860 240,1000 0,1010',
      '#94b552',
      times(12, (_, along) => line(0, 850 + along * 150, 320 + along * 160, 810 + along * 70, '#5d8540', 4)),
    ),
    path(
      'M1010 634 C1080 660 820 690 900 730 C1010 780 1280 790 1180 880 C1080 970 700 940 700 1070 C700 1160 880 1210 980 1280 L1500 1280 C1300 1200 1010 1130 1080 1040 C1160 950 1480 960 1440 840 C1400 750 1060 760 1020 716 C990 684 1160 664 1050 634Z',
      down('#eef3e2', '#9cc9d2', '#5a9db2', '#3d829c'),
    ),
    times(60, () => {
      const y = random(760, 1270)
      const x = 1060 + Math.sin(y / 90) * 140 + random(-120, 120)
      return path(
        `M${round(x)} ${round(y)} q40 -7 90 0 q-50 7 -90 0Z`,
        '#f7fbea',
        `opacity="${round(random(0.2, 0.6))}"`,
      )
    }),
    times(26, (index) =>
      tree(
        random,
        pick(random, [random(40, 780), random(1450, 1900)]),
        690 + index * 11,
        34 + index * 4.4,
        '#3d6b3c',
        '#79a14c',
      ),
    ),
    placed(
      430,
      770,
      1.25,
      box(-56, -58, 112, 60, across('#fbf3df', '#ddcfb0')) +
        shape('-70,-56 -34,-108 40,-108 70,-56', down('#c0583c', '#9c412f')) +
        box(30, -124, 15, 34, '#8b4a38') +
        times(3, (index) => box(-42 + index * 34, -42, 15, 18, '#54737a')) +
        box(-8, -30, 15, 32, '#7a4a34') +
        oval(10, 4, 96, 8, '#3f6a34', 'opacity=".4"'),
    ),
    tree(random, 560, 790, 150, '#335f38', '#6f9c48'),
    tree(random, 320, 786, 110, '#335f38', '#6f9c48'),
    path('M0 1090 Q420 1050 700 1180 Q780 1230 800 1280 H0Z', down('#467a3d', '#285431')),
    path('M1920 1060 Q1640 1090 1520 1280 H1920Z', down('#467a3d', '#285431')),
    tufts(random, 1110, 1280, ['#6d9c46', '#315f35', '#88b054'], 420),
    times(110, () =>
      disc(
        pick(random, [random(0, 620), random(1640, 1920)]),
        random(1130, 1270),
        random(3, 7),
        pick(random, ['#fff7dd', '#f2c14f', '#e2694c']),
      ),
    ),
    gulls(random, 1380, 330, 160, 8, '#5d7f86'),
  ]
}
