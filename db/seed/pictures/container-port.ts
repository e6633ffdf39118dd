import {
  box,
  disc,
  down,
  glow,
  line,
  mix,
  path,
  pick,
  placed,
  round,
  type Scene,
  seen,
  stroke,
  times,
  WIDTH,
} from './kit'
import { gulls, mist, ridge, sky, streaks, sun, water } from './nature'
import { silhouette } from './people'

/** Cranes over stacks of containers at dusk, their lamps in the water. */
export const containerPort: Scene = (random) => {
  const colours = ['#c4513c', '#2f7f86', '#dca345', '#3f5f8f', '#7f9a68', '#c98a72', '#e2d8c4']
  const containers = (x: number, base: number, columns: number, most: number, [w, h]: [number, number]) =>
    times(columns, (column) =>
      times(Math.floor(random(1.2, most + 0.99)), (level) => {
        const fill = pick(random, colours)
        const [left, top] = [x + column * (w + 3), base - (level + 1) * (h + 2)]
        return (
          box(left, top, w, h, down(fill, mix(fill, '#141a30', 0.45))) +
          times(7, (rib) =>
            line(left + 6 + (rib * w) / 7.4, top + 4, left + 6 + (rib * w) / 7.4, top + h - 4, '#00000030', 2),
          )
        )
      }),
    )
  const crane = (x: number, scale: number, ink: string) =>
    placed(
      x,
      0,
      scale,
      [
        stroke('M-96 900 L-84 300 M96 900 L84 300 M-90 620 H90 M-92 760 L88 460 M-88 460 L92 760', ink, 15),
        stroke('M-84 300 L-70 120 L84 300 M-70 120 L-300 296 M-70 120 L470 296', ink, 8),
        stroke('M-330 300 H500 M-330 324 H500', ink, 12),
        times(20, (index) => stroke(`M${-320 + index * 41} 324 l20 -24 l20 24`, ink, 4)),
        box(190, 324, 76, 34, ink),
        line(204, 356, 204, 470, ink, 4),
        line(252, 356, 252, 470, ink, 4),
        box(150, 470, 158, 56, down('#dca345', '#8f6426')),
        disc(-70, 112, 8, '#ff5a4a'),
        disc(500, 300, 7, '#ff5a4a'),
        times(6, (index) => disc(-240 + index * 130, 334, 6, '#fff0bd')),
      ].join(''),
    )
  return [
    sky('#1f2a52', '#4e4a7c', '#b8677c', '#f0996a', '#fbcf8c'),
    streaks(random, 120, 560, '#f8b98a', 14, 0.45),
    streaks(random, 60, 300, '#161d40', 9, 0.35),
    sun(640, 760, 70, '#ffeec0', '#ffb872'),
    ridge(random, { top: 800, rise: 90, fill: '#6a4a6c', bottom: 860 }),
    seen(0.6, crane(420, 0.62, '#5a4468'), crane(760, 0.62, '#5a4468')),
    containers(0, 880, 26, 3, [72, 30]),
    mist(860, 120, '#f7b58a', 0.4),
    box(0, 880, WIDTH, 34, '#1a1b33'),
    crane(560, 1, '#1b1c36'),
    crane(1250, 1, '#1b1c36'),
    containers(-20, 906, 22, 4, [88, 40]),
    path('M900 790 L1920 760 V960 H1010 Q940 900 900 790Z', down('#22365c', '#111a33')),
    path('M900 790 L1920 760 V776 L906 808Z', '#f1e4d0'),
    path('M985 930 H1920 V960 H1010Z', '#a63b34'),
    containers(1060, 786, 9, 5, [92, 40]),
    path('M1910 786 V520 H1760 L1740 786Z', down('#f6ead8', '#c3a99c')),
    times(4, (row) => times(3, (index) => box(1770 + index * 44, 550 + row * 52, 28, 20, '#ffe3a0'))),
    water(random, {
      top: 912,
      fill: down('#c97a6c', '#4d4470', '#131a38'),
      light: '#f7c79a',
      count: 190,
      shine: { x: 640, colour: '#ffe2a8', wide: 90 },
    }),
    path('M985 930 L1010 960 H1920 V912 H960Z', '#15203e'),
    times(16, (index) => {
      const x = 40 + index * 124
      return (
        glow(x, 898, 60, '#ffe2a0', 0.9) +
        disc(x, 898, 6, '#fff6d8') +
        seen(
          0.5,
          times(9, (step) =>
            path(
              `M${round(x - 18 - step * 2)} ${936 + step * 30} q${18 + step * 2} -6 ${36 + step * 4} 0 q${-18 - step * 2} 6 ${-36 - step * 4} 0Z`,
              '#ffdf9a',
            ),
          ),
        )
      )
    }),
    times(4, (index) => silhouette(120 + index * 70 + (index % 2) * 26, 906, 62, '#0d0f22', { hat: '#e2a13c' })),
    gulls(random, 980, 200, 420, 9, '#2b2a50'),
  ]
}
