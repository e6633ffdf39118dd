import { box, disc, down, line, oval, path, pick, placed, round, type Scene, seen, stroke, times, WIDTH } from './kit'
import { gulls, mist, ridge, sky, streaks, sun } from './nature'
import { silhouette } from './people'

/** Sand and channels at low water, with someone far out who gathers cockles. */
export const tidalFlats: Scene = (random) => [
  sky('#b9a6b8', '#e6bfa9', '#f8d9a8', '#fdeccb'),
  streaks(random, 60, 400, '#fff4dc', 18, 0.6),
  streaks(random, 60, 330, '#8f7c9c', 9, 0.35),
  sun(1240, 470, 64, '#fffbe8', '#ffe6ac'),
  ridge(random, { top: 540, rise: 70, fill: down('#a596a4', '#c3aca4'), bottom: 566 }),
  box(0, 556, WIDTH, 724, down('#f2d8ae', '#c9a98c', '#85736f', '#4d4a55')),
  mist(566, 70, '#fff0d2', 0.8),
  times(60, (_, along) => {
    const y = 580 + along ** 1.8 * 690
    return stroke(
      `M${round(random(-300, 0))} ${round(y)} q${round(random(200, 500))} ${round(random(-20, 20) * along)} ${round(random(700, 1100))} 0 t1400 ${round(random(-10, 20) * along)}`,
      pick(random, ['#fbe4bd', '#5c5260', '#8f7c78']),
      1.5 + along * 5,
      `opacity="${round(random(0.12, 0.4))}"`,
    )
  }),
  path(
    'M1160 562 Q1330 580 1210 612 Q980 650 1230 700 Q1560 760 1290 860 Q820 990 1010 1100 Q1130 1180 1000 1280 H1640 Q1700 1150 1500 1080 Q1330 1000 1560 900 Q1860 770 1500 690 Q1240 640 1340 606 Q1440 580 1270 562Z',
    down('#fff6dc', '#f6cf9d', '#c99aa0', '#7d84a6'),
  ),
  path(
    'M0 820 Q340 780 520 850 Q700 920 980 880 L900 930 Q640 990 440 920 Q260 860 0 900Z',
    down('#fbe0b4', '#b99ba8'),
  ),
  path('M1920 780 Q1760 800 1690 850 L1620 880 Q1740 890 1920 860Z', '#f8dcb4'),
  path(
    'M0 1120 Q260 1080 420 1130 Q640 1200 860 1170 Q640 1250 420 1220 Q200 1190 0 1230Z',
    down('#eec5a0', '#8b86a6'),
  ),
  times(60, () => {
    const far = random()
    const x = 1260 + random(-60, 60) * (1 + far * 3)
    return path(
      `M${round(x)} ${round(580 + far * 690)} q${round(30 + far * 60)} -6 ${round(70 + far * 130)} 0 q-50 6 ${round(-70 - far * 130)} 0Z`,
      '#fffbe6',
      `opacity="${round(random(0.25, 0.75))}"`,
    )
  }),
  seen(0.35, silhouette(596, 772, -160, '#4a3f55', { carries: '#4a3f55' })),
  silhouette(590, 772, 172, '#332c40', { arms: 'out', hat: '#332c40' }),
  stroke('M636 640 L668 770', '#332c40', 5),
  path('M690 772 l10 -34 h44 l10 34Z', '#332c40'),
  placed(
    300,
    720,
    1,
    path('M-110 -34 Q0 10 120 -44 L96 6 H-80Z', '#4a3a48') +
      line(0, -20, 14, -170, '#4a3a48', 5) +
      line(14, -160, 100, -40, '#4a3a48', 2) +
      oval(6, 10, 120, 7, '#6f5f66', 'opacity=".5"'),
  ),
  times(26, () => {
    const [x, y] = [random(1000, 1900), random(930, 1230)]
    const size = 0.7 + (y - 900) / 420
    return placed(
      x,
      y,
      size,
      oval(0, -22, 15, 9, '#3a3346') +
        disc(13, -32, 5.5, '#3a3346') +
        line(18, -32, 34, -28, '#3a3346', 2.4) +
        stroke('M-3 -14 V0 M4 -14 V0', '#b5533c', 2.4),
      random() > 0.5 ? 1 : -1,
    )
  }),
  gulls(random, 620, 360, 420, 22, '#6a566a'),
]
