import { box, disc, down, glow, line, path, pick, placed, round, type Scene, stroke, times, WIDTH } from './kit'
import { rain, sky } from './nature'
import { silhouette } from './people'
import { houses } from './town'

/** A street in a storm with its lamps out: one candle upstairs, one torch below. */
export const candleWindow: Scene = (random) => {
  const dark = { light: '#2c3a50', lit: 0, base: 980 }
  const flame = (x: number, y: number, size: number) =>
    glow(x, y - size, size * 9, '#ffb650', 0.9) +
    path(
      `M${x} ${round(y - size * 2.2)} q${round(size * 0.9)} ${round(size * 1.2)} 0 ${round(size * 2)} q${round(-size * 0.9)} ${round(-size * 0.8)} 0 ${round(-size * 2)}Z`,
      down('#fff6d0', '#ffc04a'),
    ) +
    box(x - size * 0.45, y - size * 0.2, size * 0.9, size * 2.4, '#f7ead0')
  return [
    sky('#0a1124', '#131f3a', '#25395a', '#35506b'),
    times(9, (index) =>
      path(
        `M${index * 260 - 300} ${round(random(60, 320))} q200 -90 420 -20 t380 10 q-220 90 -460 60 t-340 -50Z`,
        pick(random, ['#1b2a48', '#22365a', '#0f1930']),
        'opacity=".75"',
      ),
    ),
    houses(random, {
      ...dark,
      base: 880,
      walls: ['#22324b', '#1d2b44', '#2a3a52'],
      roofs: ['#131c30', '#18233a'],
      least: 250,
      most: 360,
      wide: 150,
      from: 360,
      to: 1500,
    }),
    houses(random, {
      ...dark,
      walls: ['#2b3c58', '#34455c', '#26364f', '#3b4658'],
      roofs: ['#141d31', '#1c2438'],
      least: 470,
      most: 620,
      wide: 250,
      from: -60,
      to: 560,
    }),
    houses(random, {
      ...dark,
      walls: ['#2b3c58', '#303f58', '#3a4356'],
      roofs: ['#141d31', '#1c2438'],
      least: 500,
      most: 640,
      wide: 260,
      from: 1400,
      to: WIDTH + 60,
    }),
    box(1452, 470, 176, 236, '#d8c7a6'),
    box(1464, 482, 152, 212, down('#ffdf9a', '#f4a94c', '#a85f2a')),
    flame(1540, 610, 20),
    silhouette(1590, 694, 190, '#5b3220'),
    stroke('M1540 482 V694 M1464 566 H1616', '#d8c7a6', 8),
    path('M1464 482 q44 90 12 212 h-12Z M1616 482 q-30 90 -6 212 h6Z', '#8e4a34', 'opacity=".85"'),
    glow(1540, 590, 430, '#ffb650', 0.42),
    path('M0 960 H1920 V1280 H0Z', down('#2b3a50', '#1a2539', '#0c1424')),
    box(0, 956, WIDTH, 12, '#4b5d74'),
    path('M1464 968 H1616 L1780 1280 H1330Z', down('#ffbf6655', '#ffbf6600')),
    times(90, () => {
      const far = random()
      const [x, y, long] = [random(0, WIDTH), 980 + far * 290, 18 + far * 90]
      return line(x, y, x + long, y, pick(random, ['#8fa6bf', '#0a1220', '#c9d6e0']), 1.5 + far * 3, 'opacity=".28"')
    }),
    path('M720 1010 L1420 1088 L1330 1270 L712 1060Z', down('#fff2c4aa', '#fff2c400'), 'opacity=".75"'),
    silhouette(640, 1210, 430, '#060c18', { walks: 0.7, hat: '#060c18', arms: 'out' }),
    path('M600 906 Q640 860 690 906 L706 1070 Q640 1096 580 1070Z', '#0b1424'),
    glow(730, 1004, 90, '#fff4cf', 0.95),
    disc(724, 1000, 11, '#fffbe6'),
    times(2, (index) =>
      placed(
        1120 + index * 560,
        1000,
        1,
        box(-7, -470, 14, 470, '#0b1424') +
          path('M-34 -540 h68 l-16 70 h-36Z', '#233248') +
          path('M-42 -540 L0 -580 L42 -540Z', '#0b1424'),
      ),
    ),
    stroke('M980 1120 q70 -30 150 -6 q40 14 90 -10', '#0a1120', 9, 'opacity=".7"'),
    path('M880 1150 l64 -34 30 44 -52 26Z', '#3a2b2b'),
    times(18, () => {
      const [x, y] = [random(100, 1800), random(520, 1180)]
      return path(
        `M${round(x)} ${round(y)} q12 -14 26 -2 q-8 14 -26 2Z`,
        pick(random, ['#6b5a3a', '#4a4a34', '#7a5230']),
        'opacity=".8"',
      )
    }),
    rain(random, 620, '#cfdcea', 0.62),
  ]
}
