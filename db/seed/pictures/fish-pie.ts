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
  placed,
  round,
  type Scene,
  stroke,
  times,
  WIDTH,
} from './kit'
import { sky } from './nature'

/** A pie on a kitchen table, and what went into it. */
export const fishPie: Scene = (random) => {
  const lemon = (x: number, y: number, size: number) =>
    oval(x + size * 0.2, y + size * 0.72, size * 1.2, size * 0.22, '#3c2417', 'opacity=".4"') +
    path(
      `M${round(x - size * 1.25)} ${y} Q${round(x - size * 0.9)} ${round(y - size * 0.85)} ${x} ${round(y - size * 0.85)} Q${round(x + size * 0.9)} ${round(y - size * 0.85)} ${round(x + size * 1.25)} ${y} Q${round(x + size * 0.9)} ${round(y + size * 0.8)} ${x} ${round(y + size * 0.8)} Q${round(x - size * 0.9)} ${round(y + size * 0.8)} ${round(x - size * 1.25)} ${y}Z`,
      down('#ffe873', '#f4c430', '#c9931e'),
    ) +
    oval(x - size * 0.35, y - size * 0.4, size * 0.34, size * 0.16, '#fff8d0', 'opacity=".7"')
  const egg = (x: number, y: number, size: number, colour: string) =>
    oval(x + 8, y + size, size * 0.95, size * 0.2, '#3c2417', 'opacity=".4"') +
    oval(x, y, size * 0.82, size, colour) +
    oval(x - size * 0.25, y - size * 0.35, size * 0.22, size * 0.32, '#ffffff', 'opacity=".55"')
  const leek = (x: number, y: number, turn: number) =>
    placed(
      x,
      y,
      1,
      `<g transform="rotate(${turn})">${[
        oval(0, 34, 330, 16, '#3c2417', 'opacity=".35"'),
        path('M-300 -26 H20 L40 -30 V32 L20 28 H-300 Q-326 0 -300 -26Z', down('#ffffff', '#eef2d8', '#c9d3ac')),
        path(
          'M10 -28 L330 -86 Q300 -40 220 -14 L340 -6 Q300 24 210 22 L310 74 Q220 74 10 30Z',
          across('#cfe0a4', '#6f9e54', '#3c6f3f'),
        ),
        times(6, (index) =>
          stroke(`M-310 ${-16 + index * 6} q-30 ${-20 + index * 8} -54 ${-24 + index * 10}`, '#d9cdb0', 3),
        ),
        times(4, (index) => line(-280, -14 + index * 10, 10, -16 + index * 12, '#b9c79a', 2, 'opacity=".6"')),
      ].join('')}</g>`,
    )
  return [
    sky('#f3dfc0', '#e9c9a0'),
    box(0, 0, WIDTH, 560, down('#bcd6d2', '#d7e3d4', '#efe2c4')),
    times(7, (row) =>
      times(14, (index) =>
        box(
          index * 142 - 20,
          row * 84 - 10,
          136,
          78,
          (row + index) % 5 ? '#dfeae2' : '#8fb9bd',
          'rx="5" opacity=".75"',
        ),
      ),
    ),
    glow(420, 80, 900, '#fff8dc', 0.7),
    box(0, 520, WIDTH, 760, down('#d09a64', '#b47b48', '#8c5a34')),
    times(8, (index) => line(0, 560 + index * 98, WIDTH, 548 + index * 102, '#7a4b2a', 4, 'opacity=".45"')),
    times(90, () => {
      const [x, y] = [random(-60, WIDTH), random(540, 1270)]
      return stroke(
        `M${round(x)} ${round(y)} q${round(random(40, 120))} ${round(random(-5, 5))} ${round(random(120, 300))} 0`,
        '#6f4224',
        random(1, 2.6),
        'opacity=".25"',
      )
    }),
    box(0, 512, WIDTH, 14, '#e6bb86'),
    path(
      'M1480 300 Q1466 560 1500 640 H1730 Q1764 560 1748 300 Q1720 262 1690 256 L1540 258 Q1500 264 1480 300Z',
      across('#fdfaf0', '#dfe3da', '#a9b8b4'),
    ),
    path('M1480 300 L1440 250 Q1470 240 1530 262Z', '#fdfaf0'),
    stroke('M1746 340 Q1860 350 1840 460 Q1826 540 1744 548', '#cfd8d2', 30),
    stroke('M1490 420 Q1610 446 1746 420 M1492 452 Q1610 478 1744 452', '#2f6f8f', 9),
    oval(1614, 276, 112, 22, '#fffef6'),
    oval(1640, 646, 190, 22, '#3c2417', 'opacity=".35"'),
    leek(400, 640, -9),
    leek(360, 730, 5),
    oval(960, 1010, 640, 190, '#3a2114', 'opacity=".42"'),
    egg(250, 1010, 64, '#f2d2a8'),
    egg(372, 1066, 66, '#e6b486'),
    egg(206, 1122, 62, '#fbf0dc'),
    path('M350 840 Q370 1070 520 1110 H1400 Q1550 1070 1570 840Z', down('#2f7aa0', '#1f587a', '#133a54')),
    oval(960, 840, 612, 212, '#3f8fb4'),
    oval(960, 838, 588, 196, '#1d4f6c'),
    oval(960, 830, 570, 186, '#f3cf86'),
    oval(960, 818, 552, 172, '#e8ae54'),
    times(150, () => {
      const [turn, reach] = [random(0, Math.PI * 2), Math.sqrt(random())]
      const [x, y] = [960 + Math.cos(turn) * reach * 520, 816 + Math.sin(turn) * reach * 156]
      return (
        path(
          `M${round(x - 34)} ${round(y + 10)} q30 -34 66 -2 q-30 14 -66 2Z`,
          '#fbe3a4',
          `opacity="${round(random(0.4, 0.85))}"`,
        ) +
        path(`M${round(x - 20)} ${round(y - 4)} q22 -20 44 0Z`, random() > 0.5 ? '#b8692a' : '#d98a3a', 'opacity=".7"')
      )
    }),
    path(
      'M640 812 Q820 690 1090 790 L1230 720 Q1212 812 1240 892 L1088 836 Q820 930 640 812Z',
      '#a85c24',
      'opacity=".6"',
    ),
    stroke(
      'M640 812 Q820 690 1090 790 L1230 720 Q1212 812 1240 892 L1088 836 Q820 930 640 812Z',
      '#7c3f18',
      9,
      'opacity=".75"',
    ),
    times(4, (index) =>
      times(5, (step) => stroke(`M${770 + step * 62} ${772 + index * 28} q20 14 0 28`, '#7c3f18', 5, 'opacity=".55"')),
    ),
    disc(704, 802, 9, '#5c2d12'),
    times(26, () => {
      const [turn, reach] = [random(0, Math.PI * 2), random(0.5, 1)]
      return path(
        `M${round(960 + Math.cos(turn) * reach * 500)} ${round(816 + Math.sin(turn) * reach * 150)} q8 -10 18 0 q-8 8 -18 0Z`,
        '#3f7a45',
      )
    }),
    stroke('M386 862 Q440 1030 560 1070', '#9fd0e4', 12, 'opacity=".5"'),
    times(9, (index) =>
      disc(560 + index * 100, 1040 + Math.sin((index / 8) * Math.PI) * 34, 18, '#f4ead0', 'opacity=".9"'),
    ),
    lemon(1660, 900, 96),
    lemon(1500, 1150, 84),
    placed(
      1720,
      1110,
      1,
      disc(0, 0, 92, '#f7d54a') +
        disc(0, 0, 82, '#fff6cf') +
        disc(0, 0, 72, '#fbe067') +
        times(8, (index) => {
          const turn = (index / 8) * Math.PI * 2
          return line(0, 0, Math.cos(turn) * 72, Math.sin(turn) * 72, '#fff6cf', 6)
        }),
    ),
    path(
      'M740 1216 Q760 1170 830 1172 L1300 1196 Q1322 1206 1300 1218 L832 1242 Q764 1250 740 1216Z',
      down('#d9a468', '#a87442'),
    ),
    times(40, () => disc(random(480, 1380), random(1150, 1260), random(5, 9), '#6fae4e', 'opacity=".9"')),
    blurred(
      16,
      times(5, (index) =>
        stroke(
          `M${720 + index * 120} 700 q-50 -90 0 -170 t0 -190`,
          '#ffffff',
          20,
          `opacity="${round(0.34 - Math.abs(index - 2) * 0.07)}"`,
        ),
      ),
    ),
  ]
}
