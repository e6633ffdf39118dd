import { box, disc, down, glow, line, oval, path, pick, placed, round, type Scene, stroke, times, WIDTH } from './kit'
import { sky } from './nature'
import { person, silhouette } from './people'

/** A baker's window, the first light in the street. */
export const bakeryWindow: Scene = (random) => {
  const loaf = (x: number, y: number, size: number) =>
    path(
      `M${round(x - size)} ${y} Q${round(x - size * 1.05)} ${round(y - size * 0.8)} ${x} ${round(y - size * 0.85)} Q${round(x + size * 1.05)} ${round(y - size * 0.8)} ${round(x + size)} ${y}Z`,
      down('#e9a95a', '#b96f32', '#8a4a22'),
    ) +
    times(3, (index) =>
      stroke(
        `M${round(x - size * 0.45 + index * size * 0.36)} ${round(y - size * 0.68)} q${round(size * 0.2)} ${round(size * 0.12)} ${round(size * 0.14)} ${round(size * 0.36)}`,
        '#fbe0a8',
        size * 0.08,
      ),
    )
  const shelf = (y: number, size: number, from: number, to: number) => {
    const count = Math.floor((to - from) / (size * 2.1))
    return (
      times(count, (index) => loaf(round(from + size + index * size * 2.1), y, size * random(0.9, 1))) +
      box(from - 14, y, to - from + 14, 15, down('#c98d52', '#6f4426'))
    )
  }
  return [
    sky('#0e1c38', '#1b3557', '#2e5070', '#54708a'),
    box(0, 0, WIDTH, 1060, down('#1d3654', '#274562', '#1b3048')),
    times(17, (row) =>
      times(16, (index) =>
        box(
          index * 130 - (row % 2) * 62,
          row * 62 + 4,
          122,
          54,
          pick(random, ['#294763', '#233f5c', '#2f4d68', '#203a56']),
          'rx="4"',
        ),
      ),
    ),
    box(250, 250, 1080, 770, '#0f3d3f'),
    box(290, 290, 1000, 660, down('#ffe7ac', '#f9be68', '#d98a3e')),
    glow(790, 480, 520, '#fff4c8', 0.7),
    times(5, (index) => box(300 + index * 200, 300, 4, 400, '#c98a48', 'opacity=".25"')),
    shelf(470, 44, 340, 700),
    shelf(600, 48, 340, 700),
    shelf(470, 40, 960, 1260),
    shelf(600, 44, 960, 1260),
    times(
      3,
      (index) =>
        line(480 + index * 310, 290, 480 + index * 310, 350, '#5c3a22', 4) +
        path(`M${444 + index * 310} 388 Q${480 + index * 310} 330 ${516 + index * 310} 388Z`, '#8a3b2c') +
        glow(480 + index * 310, 392, 120, '#fff6d0', 0.95),
    ),
    person(830, 900, 520, { coat: '#fdf6e8', skin: '#c58a5f', hair: '#2a1c16', hat: '#ffffff', arms: 'out' }),
    path('M776 560 h108 l14 190 h-136Z', '#7f3b30', 'opacity=".9"'),
    loaf(1010, 566, 56),
    box(290, 770, 1000, 180, down('#8a5530', '#5c351f')),
    times(8, (index) => box(306 + index * 124, 790, 108, 140, '#6f4226', 'rx="6"')),
    times(9, (index) => loaf(360 + index * 108, 772, 52)),
    times(6, (index) =>
      placed(
        330 + index * 170,
        772,
        1,
        index % 2
          ? ''
          : path('M0 0 L14 -96 H66 L80 0Z', '#d9b27a') +
              times(4, (stick) => stroke(`M${18 + stick * 14} -80 l${stick * 6 - 8} -110`, '#c9853f', 13)),
      ),
    ),
    stroke('M290 290 H1290 V950 H290Z M623 290 V950 M956 290 V950', '#0f3d3f', 20),
    path('M330 300 L560 300 L350 940 L300 940 L300 380Z', '#ffffff', 'opacity=".1"'),
    path('M990 300 L1100 300 L930 940 H820Z', '#ffffff', 'opacity=".07"'),
    times(10, (index) => path(`M${216 + index * 115} 176 h115 v92 q-57 52 -115 0Z`, index % 2 ? '#f3e6cc' : '#a8382f')),
    box(206, 150, 1170, 34, down('#7a2a26', '#551c1c')),
    box(216, 184, 1150, 40, down('#00000055', '#00000000')),
    box(1440, 330, 310, 720, '#0f3d3f'),
    box(1474, 372, 242, 420, down('#ffe2a0', '#f0a950')),
    stroke('M1595 372 V792', '#0f3d3f', 12),
    box(1474, 830, 242, 180, '#0a2f32'),
    disc(1700, 830, 12, '#e9c06a'),
    path('M0 1030 H1920 V1280 H0Z', down('#4f5f70', '#2d3d52', '#17243a')),
    box(0, 1024, WIDTH, 16, '#7f8a92'),
    path('M290 1040 H1290 L1560 1280 H90Z', down('#ffd08099', '#ffb86000')),
    path('M1474 1040 H1716 L1840 1280 H1540Z', down('#ffd08088', '#ffb86000')),
    times(80, () => {
      const far = random()
      return oval(
        random(0, WIDTH),
        1056 + far * 220,
        20 + far * 60,
        2 + far * 5,
        pick(random, ['#ffd9a0', '#0f1b30', '#9fb0bc']),
        `opacity="${round(random(0.12, 0.35))}"`,
      )
    }),
    silhouette(1330, 1190, 470, '#101d33', { walks: -0.5, hat: '#101d33' }),
    stroke('M1268 800 Q1262 900 1270 960', '#f6c070', 4, 'opacity=".8"'),
    placed(
      1170,
      1192,
      1.3,
      path('M-40 0 V-40 Q-40 -66 0 -66 L50 -66 Q58 -98 84 -92 L100 -76 L86 -66 V0 H74 V-34 H-26 V0Z', '#0d182b') +
        stroke('M-40 -56 Q-60 -80 -50 -96', '#0d182b', 7),
    ),
    stroke('M1246 1000 Q1250 1080 1276 1110', '#0d182b', 3),
    glow(790, 640, 700, '#ffbf6a', 0.28),
  ]
}
