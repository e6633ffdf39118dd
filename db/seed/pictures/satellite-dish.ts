import { across, box, disc, down, glow, line, oval, path, round, type Scene, seen, shape, stroke, times } from './kit'
import { milkyWay, mist, ridge, sky, stars } from './nature'
import { silhouette } from './people'
import { tufts } from './trees'

/** A great dish on a moor, under the band of the stars. */
export const satelliteDish: Scene = (random) => [
  sky('#070b1f', '#101c3f', '#27406b', '#6c6f8f', '#d69a78'),
  milkyWay(random, '#9fb4e6'),
  stars(random, 900, 420),
  glow(1500, 980, 520, '#ffb27a', 0.5),
  ridge(random, { top: 950, rise: 130, fill: down('#3a4468', '#4d4a66') }),
  ridge(random, { top: 1020, rise: 100, fill: down('#232a49', '#2d2b45') }),
  mist(1000, 110, '#e8a988', 0.3),
  shape('700,1120 830,760 900,760 1060,1120', down('#3c456a', '#161a31')),
  stroke('M720 1110 L890 780 M1040 1110 L850 780 M752 1020 L1000 1020 M786 930 L962 930', '#12162b', 9),
  `<g transform="translate(840 640) rotate(-32)">${[
    path('M-430 0 A430 270 0 0 0 430 0Z', across('#5c6791', '#c6cbe0', '#7b84a9')),
    times(9, (index) =>
      stroke(`M${-430 + index * 107} 0 Q${-215 + index * 54} 190 0 268`, '#3a4468', 3, 'opacity=".5"'),
    ),
    oval(0, 0, 430, 92, across('#2b3560', '#eceffa', '#9aa3c6')),
    oval(0, 6, 392, 74, across('#20294f', '#c9d0e8', '#7883ad')),
    times(7, (index) =>
      stroke(
        `M${-330 + index * 110} ${round(40 - Math.abs(index - 3) * 9)} Q${-110 + index * 36} 30 0 22`,
        '#2b3560',
        2,
        'opacity=".45"',
      ),
    ),
    stroke('M-300 -4 L0 -300 L300 -4 M-60 60 L0 -300', '#dfe4f4', 7),
    path('M-34 -330 H34 L22 -284 H-22Z', '#f1f3fb'),
    disc(0, -338, 10, '#ff6a55'),
  ].join('')}</g>`,
  glow(660, 352, 70, '#ff6a55', 0.9),
  path('M0 1110 Q480 1040 900 1096 T1920 1060 V1280 H0Z', down('#151a30', '#080b18')),
  box(1230, 1012, 190, 82, '#10142a'),
  shape('1216,1014 1325,960 1434,1014', '#0c1022'),
  times(3, (index) => box(1256 + index * 54, 1036, 28, 26, '#ffd98a')),
  glow(1325, 1050, 130, '#ffd08a', 0.6),
  path('M1310 1094 Q1200 1150 1330 1280 H1480 Q1290 1150 1346 1094Z', '#3b3f5c', 'opacity=".7"'),
  silhouette(1470, 1098, 74, '#070a17'),
  tufts(random, 1110, 1280, ['#262c4a', '#10142a', '#3b4166'], 420),
  disc(1640, 250, 5, '#fff'),
  glow(1640, 250, 60, '#cfe0ff', 0.8),
  seen(0.7, line(300, 210, 470, 280, '#ffffff', 2.5), disc(470, 280, 3.5, '#fff')),
]
