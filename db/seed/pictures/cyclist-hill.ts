import {
  across,
  disc,
  down,
  HEIGHT,
  line,
  oval,
  path,
  pick,
  placed,
  round,
  type Scene,
  stroke,
  times,
  WIDTH,
} from './kit'
import { gulls, mist, ridge, sky, streaks, sun } from './nature'

/** A cyclist near the top of a hill on a summer evening. */
export const cyclistHill: Scene = (random) => {
  const wheel = (x: number) =>
    `<circle cx="${x}" cy="0" r="34" fill="none" stroke="#2a1d2b" stroke-width="5"/>${times(8, (index) => line(x, 0, x + Math.cos(index * 0.785) * 32, Math.sin(index * 0.785) * 32, '#2a1d2b88', 1.4))}`
  const rider =
    wheel(-52) +
    wheel(52) +
    stroke('M-52 0 L-18 -48 L34 -50 L2 0 L-52 0 M2 0 L-20 -58 M52 0 L32 -60 L46 -66', '#b9362c', 6) +
    stroke('M-22 -62 L6 -28 L2 8 M-22 -62 L-6 -22 L-10 -2', '#2a1d2b', 12) +
    path('M-34 -66 Q-30 -108 22 -120 L30 -104 Q4 -90 -8 -58Z', '#f6e7c4') +
    stroke('M20 -112 L28 -84 L46 -68', '#c98a62', 9) +
    disc(38, -128, 14, '#c98a62') +
    path('M22 -130 Q26 -150 46 -144 Q56 -138 54 -130Z', '#b9362c')
  return [
    sky('#e2725b', '#f29a62', '#f9c97e', '#fbe6b3'),
    sun(1180, 560, 190, '#fff2c4', '#ffd584'),
    streaks(random, 130, 520, '#fff0cf', 14, 0.5),
    ridge(random, { top: 700, rise: 120, fill: down('#d98b72', '#e4a583') }),
    ridge(random, { top: 770, rise: 130, fill: down('#b26a6e', '#c48376') }),
    mist(780, 120, '#fbd9a4', 0.6),
    ridge(random, { top: 860, rise: 110, fill: down('#84505f', '#9a6066'), trees: '#6d4257' }),
    path(
      'M0 1160 C420 1120 760 900 1240 800 C1520 750 1720 800 1920 860 V1280 H0Z',
      down('#6f4163', '#4d2c4e', '#341f3b'),
    ),
    path(
      'M0 1160 C420 1120 760 900 1240 800 C1520 750 1720 800 1920 860 V884 C1720 824 1500 782 1270 822 C820 930 520 1160 0 1236Z',
      across('#c9a18a', '#f3d3a2', '#b98a7c'),
    ),
    stroke(
      'M0 1200 C460 1150 780 920 1255 811 C1520 762 1720 812 1920 872',
      '#fff3d4',
      3,
      'stroke-dasharray="34 30" opacity=".75"',
    ),
    times(620, () => {
      const x = random(0, WIDTH)
      const edge = 1250 - 420 * Math.min(1, x / 1240) + (x > 1240 ? (x - 1240) * 0.09 : 0)
      const y = edge + random() ** 0.8 * (HEIGHT - edge)
      return oval(
        x,
        y,
        random(5, 16),
        random(3, 8),
        pick(random, ['#b4589a', '#8b3f80', '#d98bb4', '#5a2d58', '#e8b46a']),
        `opacity="${round(random(0.35, 0.9))}"`,
      )
    }),
    times(6, (index) => line(1400 + index * 92, 772 + index * 15, 1400 + index * 92, 700 + index * 15, '#3b2340', 8)),
    stroke('M1400 716 Q1446 736 1492 730 T1584 746 T1676 760 T1768 776 T1860 790', '#3b2340', 3),
    placed(930, 868, 1.75, `<g transform="rotate(-18)">${rider}</g>`),
    gulls(random, 560, 420, 200, 7, '#8a4550'),
  ]
}
