import { across, blurred, down, mix, oval, path, pick, round, type Scene, stroke, times, WIDTH } from './kit'
import { gulls, mist, ridge, sky, streaks, sun } from './nature'
import { silhouette } from './people'
import { fir } from './trees'

/** A dam with a gap torn in it, seen from a hill by three people at dawn. */
export const damMorning: Scene = (random) => {
  const dam = 'M430 470 Q960 560 1490 470 L1400 980 Q960 1040 520 980Z'
  const gap =
    'M905 500 L1120 497 L1098 570 L1142 640 L1096 730 L1118 830 L1060 1010 L905 1012 L934 880 L884 770 L922 670 L880 590Z'
  return [
    sky('#8fb0b8', '#d9d8c4', '#f6dcb0', '#f0bd8d'),
    streaks(random, 90, 380, '#fff1d8', 12, 0.5),
    sun(1010, 430, 58, '#fff6dd', '#ffdf9f'),
    ridge(random, { top: 450, rise: 190, fill: down('#c3b9a0', '#a9b3a6') }),
    ridge(random, { top: 520, rise: 150, fill: down('#93a89f', '#8ba49d') }),
    mist(520, 190, '#fbe6c0', 0.75),
    path(dam, down('#efe5d0', '#cfc6b4', '#96a09b')),
    times(13, (index, along) => {
      const [top, foot] = [450 + along * 1020, 535 + along * 850]
      const sag = Math.sin(along * Math.PI)
      return stroke(
        `M${round(top)} ${round(474 + sag * 44)} L${round(foot)} ${round(978 + sag * 30)}`,
        index % 2 ? '#fff8e6' : '#7f8a86',
        5,
        'opacity=".38"',
      )
    }),
    times(4, (_, along) =>
      stroke(
        `M${round(446 + along * 60)} ${round(585 + along * 330)} Q960 ${round(672 + along * 312)} ${round(1474 - along * 60)} ${round(585 + along * 330)}`,
        '#7f8a86',
        3,
        'opacity=".25"',
      ),
    ),
    path('M430 470 Q960 560 1490 470 L1486 500 Q960 590 434 500Z', '#fff4dc'),
    path(gap, down('#b8cfcb', '#5d8288', '#7fa0a0')),
    path(
      'M905 500 L880 590 L922 670 L884 770 L934 880 L905 1012 L880 1012 L905 880 L852 770 L890 670 L850 590 L868 505Z',
      '#6f7a77',
    ),
    times(46, () => {
      const [x, y] = [random(915, 1090), random(520, 640)]
      return stroke(
        `M${round(x)} ${round(y)} q${round(random(-26, 26))} 180 ${round(random(-30, 20))} ${round(random(240, 370))}`,
        '#f7fbf5',
        random(3, 13),
        `opacity="${round(random(0.25, 0.8))}"`,
      )
    }),
    blurred(
      22,
      oval(985, 1010, 250, 66, '#f9f6e8', 'opacity=".95"'),
      oval(880, 990, 120, 50, '#fff'),
      oval(1100, 980, 110, 56, '#fff', 'opacity=".8"'),
    ),
    path('M0 430 Q230 440 380 560 Q500 720 560 1010 L0 1100Z', across('#4e6a61', '#3d5a55')),
    path('M1920 400 Q1690 430 1560 540 Q1420 760 1350 1020 L1920 1120Z', across('#47645c', '#2d4846')),
    times(90, () => {
      const along = random()
      return fir(along * 440, 520 + along * 320 + random(0, 250), random(34, 74), mix('#3a564d', '#27423f', random()))
    }),
    times(90, () => {
      const along = random()
      return fir(
        WIDTH - along * 450,
        500 + along * 380 + random(0, 230),
        random(34, 74),
        mix('#2f4c45', '#1d3634', random()),
      )
    }),
    path('M0 1060 Q600 950 960 1004 Q1400 950 1920 1060 V1280 H0Z', down('#9fb8b3', '#4f757a', '#2c4f57')),
    times(120, () => {
      const far = random()
      const x = 960 + random(-1, 1) * (240 + far * 900)
      return path(
        `M${round(x)} ${round(1010 + far * 260)} q${round(60 + far * 80)} -9 ${round(130 + far * 200)} 0 q-80 9 ${round(-130 - far * 200)} 0Z`,
        pick(random, ['#ffeccb', '#dfece6', '#1f4750']),
        `opacity="${round(random(0.15, 0.5))}"`,
      )
    }),
    mist(1010, 130, '#fdf0d8', 0.5),
    path('M0 1010 Q260 1030 520 1120 Q900 1230 1300 1280 H0Z', down('#20383a', '#12262a')),
    silhouette(250, 1066, 172, '#0f2024', { skirt: true }),
    silhouette(322, 1078, 186, '#0f2024', { hat: '#0f2024' }),
    silhouette(420, 1108, 132, '#0f2024', { arms: 'out' }),
    gulls(random, 1330, 300, 180, 9, '#5c6a68'),
  ]
}
