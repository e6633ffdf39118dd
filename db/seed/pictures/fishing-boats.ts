import { across, blurred, box, disc, down, mix, path, placed, type Scene, shape, stroke, times } from './kit'
import { gulls, mist, ridge, sky, streaks, sun, water } from './nature'

/** Four boats at anchor while the sun goes down behind them. */
export const fishingBoats: Scene = (random) => [
  sky('#d9644a', '#ee8c55', '#f8b96c', '#fde0a4'),
  streaks(random, 70, 480, '#ffe9c4', 18, 0.55),
  streaks(random, 60, 300, '#b3476a', 9, 0.35),
  sun(820, 560, 104, '#fff3c9', '#ffd27a'),
  ridge(random, { top: 620, rise: 110, fill: down('#b5615c', '#d98a68'), bottom: 660 }),
  ridge(random, { top: 650, rise: 70, fill: '#8f4a56', bottom: 664 }),
  water(random, {
    top: 660,
    fill: down('#f6b877', '#c9716a', '#6d4a68', '#2c2c4c'),
    light: '#ffe3b0',
    count: 210,
    shine: { x: 820, colour: '#fff0c0', wide: 110 },
  }),
  mist(665, 70, '#ffe2b0', 0.7),
  trawler(330, 800, 0.95, '#2f7a78', '#f6ead2'),
  trawler(1500, 840, 1.15, '#e3a23c', '#f8efdc', -1),
  trawler(1010, 960, 1.5, '#c03c34', '#fbf3e2'),
  trawler(420, 1120, 1.85, '#22456b', '#fdf6e6', -1),
  gulls(random, 1180, 330, 520, 18, '#6d2f44'),
  gulls(random, 600, 700, 120, 5, '#fff3da'),
]

function trawler(x: number, y: number, scale: number, hull: string, light: string, flip = 1): string {
  const dark = mix(hull, '#1b1430', 0.5)
  const mirror =
    path('M-150 6 H150 L120 60 Q0 76 -110 60Z', dark, 'opacity=".4"') +
    path('M30 60 L44 170 L56 60Z', '#1b1430', 'opacity=".25"')
  const drawn = [
    blurred(3, mirror),
    path('M-170 -62 Q-60 -30 60 -40 Q150 -50 196 -92 L152 6 Q140 18 110 18 H-120 Q-150 16 -156 -6Z', down(hull, dark)),
    path('M-170 -62 Q-60 -30 60 -40 Q150 -50 196 -92 L192 -80 Q150 -36 60 -26 Q-60 -16 -168 -48Z', light),
    path('M-158 -10 Q0 8 160 -10 L152 6 Q140 18 110 18 H-120 Q-150 16 -156 -6Z', '#00000033'),
    box(-96, -132, 96, 92, across(light, mix(light, '#7a5a66', 0.4))),
    box(-106, -144, 116, 14, dark),
    times(3, (index) => box(-86 + index * 29, -118, 20, 26, '#2b3a52')),
    box(-74, -168, 14, 26, dark),
    stroke('M50 -36 L44 -268 M44 -256 L-50 -144 M44 -256 L188 -92 M46 -130 L136 -196 L140 -70', '#3a2436', 5),
    stroke('M-130 -54 L-140 -150 M-140 -146 L-100 -132', '#3a2436', 4),
    shape('44,-268 44,-244 84,-256', '#d9513c'),
    times(4, (index) => disc(-140 + index * 84, -24 - index * 2, 9, '#f2a444')),
    times(6, (index) =>
      box(80 + (index % 3) * 22, -66 - Math.floor(index / 3) * 18, 20, 16, index % 2 ? '#d99a54' : '#b5713c'),
    ),
  ].join('')
  return placed(x, y, scale, drawn, flip)
}
