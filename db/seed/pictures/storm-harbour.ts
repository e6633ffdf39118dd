import {
  across,
  blurred,
  box,
  disc,
  down,
  glow,
  line,
  mix,
  oval,
  path,
  pick,
  round,
  type Scene,
  seen,
  shape,
  stroke,
  times,
  WIDTH,
} from './kit'
import { rain, ridge, sky, water } from './nature'

/** A wave breaks over the harbour wall; two boats lie in its lee. */
export const stormHarbour: Scene = (random) => {
  const foam = (x: number, y: number, wide: number, high: number, count: number) =>
    times(count, () => {
      const angle = random(0.05, 0.95) * Math.PI
      const reach = random() ** 0.6
      return disc(
        x - Math.cos(angle) * wide * reach,
        y - Math.sin(angle) * high * reach,
        random(3, 24) * (1.15 - reach),
        '#f4f8f6',
        `opacity="${round(random(0.35, 0.95))}"`,
      )
    })
  return [
    sky('#141f28', '#2b3d47', '#566a70', '#8b9895'),
    blurred(
      26,
      times(20, (index) =>
        oval(
          random(-100, WIDTH + 100),
          40 + index * 22,
          random(220, 520),
          random(34, 90),
          pick(random, ['#0f1920', '#22323b', '#4b5e66', '#6c7d80']),
          'opacity=".6"',
        ),
      ),
    ),
    stroke('M1560 60 L1520 190 L1556 200 L1494 372', '#fdf6d0', 5, 'opacity=".8"'),
    glow(1530, 230, 260, '#d7e2ea', 0.5),
    ridge(random, { top: 640, rise: 70, fill: '#3d4f56' }),
    water(random, { top: 630, fill: down('#5a6f72', '#33505a', '#17303a'), light: '#c7d8d6', count: 190 }),
    times(5, (index) =>
      path(
        `M${-100 + index * 430} ${720 + (index % 2) * 34} q150 -92 300 -20 q70 34 190 26 v70 h-520Z`,
        down(['#6f8d8e', '#577a7e', '#64868a'][index % 3] as string, '#2a4852'),
        'opacity=".8"',
      ),
    ),
    path(
      'M560 960 C700 860 800 700 900 560 C960 470 1050 400 1180 380 C1260 366 1340 392 1380 440 C1300 420 1240 440 1214 490 C1190 540 1210 600 1260 640 C1380 700 1560 730 1760 860 L1760 960Z',
      down('#cfe0da', '#86a8a6', '#3f6770', '#2a4d58'),
    ),
    path(
      'M700 960 C850 820 930 560 1180 400 C1120 470 1090 560 1120 650 C1150 760 1300 820 1400 960Z',
      down('#a9c6c1', '#2f5863'),
      'opacity=".85"',
    ),
    times(11, (index) =>
      stroke(
        `M${760 + index * 62} ${955 - index * 2} Q${860 + index * 40} ${760 - index * 22} ${1000 + index * 18} ${560 - index * 9}`,
        index % 2 ? '#e9f3ef' : '#234a55',
        5,
        'opacity=".28"',
      ),
    ),
    times(150, () => {
      const along = random()
      const [x, y] = [900 + along * 470 + random(-34, 34), 566 - Math.sin(along * 2.2) * 190 + random(-34, 40)]
      return disc(x, y, random(5, 26), '#f6faf8', `opacity="${round(random(0.4, 0.95))}"`)
    }),
    blurred(18, foam(1220, 470, 330, 250, 60)),
    foam(1230, 480, 420, 330, 210),
    path('M0 900 L1300 868 L1300 1010 L0 1120Z', down('#4b4c48', '#24282a')),
    path('M0 900 L1300 868 L1300 886 L0 924Z', '#a7a496'),
    times(17, (index) => line(index * 76, 926 - index * 2, index * 76, 1112 - index * 6, '#14181a', 3, 'opacity=".5"')),
    shape('1150,880 1166,560 1240,560 1256,880', across('#f3ead6', '#d9cdb6', '#8f8a80')),
    shape('1155,780 1160,690 1246,690 1251,780', across('#a8382b', '#6b221c')),
    box(1150, 540, 106, 22, '#26323a'),
    box(1172, 480, 62, 62, '#fff0b4'),
    path('M1160 482 Q1203 420 1246 482Z', '#8c2f24'),
    shape('1234,500 1920,300 1920,520 1234,528', across('#fff2bccc', '#fff2bc22')),
    shape('1172,500 0,330 0,500 1172,526', across('#fff2bc18', '#fff2bc88')),
    glow(1203, 512, 230, '#ffe9a0', 0.95),
    blurred(7, foam(1300, 900, 260, 120, 70)),
    path('M0 1090 L1310 990 Q1500 960 1920 1000 V1280 H0Z', down('#2c4a53', '#122730')),
    times(90, () => {
      const y = random(1060, 1280)
      return path(
        `M${round(random(-100, WIDTH))} ${round(y)} q60 -10 130 0 q-60 9 -130 0Z`,
        '#b9cdcd',
        `opacity="${round(random(0.1, 0.4))}"`,
      )
    }),
    smallBoat(330, 1150, 1.5, '#a8342a', -5),
    smallBoat(760, 1190, 1.75, '#bd4030', 6),
    rain(random, 620),
    rain(random, 60, '#ffffff', 0.5),
  ]
}

function smallBoat(x: number, y: number, scale: number, hull: string, tilt: number): string {
  const drawn =
    seen(0.5, oval(0, 22, 130, 14, '#0c1a22')) +
    path('M-130 -38 Q0 -14 140 -46 L108 18 Q0 30 -100 18Z', down(hull, mix(hull, '#101820', 0.5))) +
    path('M-130 -38 Q0 -14 140 -46 L138 -38 Q0 -4 -127 -30Z', '#f4ead4') +
    box(-50, -84, 74, 56, across('#f1e7d4', '#b9b0a2')) +
    box(-58, -92, 90, 11, '#39434a') +
    box(-40, -74, 22, 22, '#ffdf96') +
    box(-6, -74, 22, 22, '#39525e') +
    stroke('M40 -34 V-170 M40 -160 L-50 -92 M40 -150 L128 -44', '#2b3238', 4)
  return `<g transform="translate(${x} ${y}) scale(${scale}) rotate(${tilt})">${drawn}</g>`
}
