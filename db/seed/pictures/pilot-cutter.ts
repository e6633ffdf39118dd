import { across, box, disc, down, glow, line, oval, path, placed, round, type Scene, stroke, times, WIDTH } from './kit'
import { gulls, rain, sky, streaks } from './nature'
import { person, silhouette } from './people'

/** The pilot boat beside a ship in a swell, and the pilot on the ladder. */
export const pilotCutter: Scene = (random) => {
  const swell = (y: number, rise: number, colours: string[], crest: string) => {
    const d = `M-40 ${y} Q240 ${y - rise} 520 ${y} T1060 ${y - rise * 0.2} T1600 ${y + rise * 0.1} T2000 ${y - rise * 0.4}`
    return (
      path(`${d} V1300 H-40Z`, down(...colours)) +
      stroke(d, crest, 9, 'opacity=".75"') +
      times(34, () => {
        const [x, drop] = [random(-40, WIDTH), random(14, 190)]
        return stroke(
          `M${round(x)} ${round(y + drop)} q${round(random(30, 90))} ${round(random(-18, -4))} ${round(random(90, 190))} 0`,
          crest,
          random(2, 5),
          'opacity=".28"',
        )
      })
    )
  }
  return [
    sky('#5d7f92', '#8fb0b4', '#d5d4bd', '#f1d3a4'),
    streaks(random, 40, 420, '#f8f1dd', 16, 0.55),
    streaks(random, 60, 380, '#4f6c80', 9, 0.4),
    glow(420, 500, 520, '#ffe5ac', 0.7),
    disc(420, 520, 54, '#fff7dc'),
    path('M0 560 Q140 530 300 556 L420 566 H0Z', '#6d8790'),
    box(0, 566, WIDTH, 720, down('#a9bdb2', '#5f8b93', '#2b5a6b')),
    swell(650, 44, ['#86a9a8', '#3f7482', '#22505f'], '#e8efe2'),
    path('M1010 -20 H1960 V1300 H1240 Q1060 760 1010 -20Z', across('#22262f', '#343a46', '#1a1e27')),
    path('M1010 -20 H1960 V120 H1020Z', across('#e9e2d0', '#cfc7b4')),
    path('M1180 820 Q1210 900 1232 1000 H1960 V820Z', across('#8e2f26', '#a83a2e')),
    times(7, (row) => line(1022 + row * 20, 200 + row * 110, WIDTH, 190 + row * 110, '#0f131b', 3, 'opacity=".55"')),
    times(9, (index) => disc(1200 + index * 90, 62, 20, index % 3 ? '#2f3c49' : '#ffd98a')),
    times(5, (mark) => box(1880, 560 + mark * 60, 26, 8, '#e9e2d0')),
    line(1320, 118, 1336, 800, '#d9b27a', 7),
    line(1396, 118, 1412, 800, '#d9b27a', 7),
    times(20, (index) =>
      box(
        1318 + index * 0.8,
        150 + index * 33,
        82,
        index % 6 === 5 ? 14 : 9,
        index % 6 === 5 ? '#f3e2b8' : '#b98a52',
        'rx="3"',
      ),
    ),
    person(1362, 640, 300, { coat: '#f07f2e', legs: '#1c2736', skin: '#e0ac82', hat: '#f6d04a', arms: 'up' }),
    box(1336, 408, 52, 84, '#f6d04a', 'rx="10"'),
    stroke('M1336 440 H1388 M1336 466 H1388', '#d9dfe2', 7),
    times(3, (index) => silhouette(1300 + index * 70, 118, 130, '#171c26')),
    swell(800, 70, ['#5f949c', '#2b6172', '#163f50'], '#edf3e8'),
    placed(
      700,
      880,
      1,
      `<g transform="rotate(-9)">${[
        oval(40, 96, 470, 34, '#0d2b39', 'opacity=".55"'),
        path('M-400 -40 L470 -86 Q440 60 330 96 H-300 Q-380 60 -400 -40Z', down('#ef7d2c', '#c9541f', '#7c2f18')),
        path('M-400 -40 L470 -86 L462 -48 L-394 -4Z', '#20303c'),
        path('M-392 26 Q0 20 440 -18 L430 8 Q0 44 -384 48Z', '#f8efdb', 'opacity=".9"'),
        path('M-190 -54 L-150 -210 H150 L236 -66Z', down('#fdf8ea', '#d9d3c2')),
        path('M-120 -178 H130 L182 -96 H-146Z', down('#31536a', '#183244')),
        times(3, (index) => line(-60 + index * 70, -178, -66 + index * 84, -96, '#fdf8ea', 8)),
        path('M-150 -210 H150 L140 -236 H-140Z', '#ef7d2c'),
        line(0, -236, 0, -400, '#dfe4e2', 7),
        line(-60, -330, 60, -330, '#dfe4e2', 5),
        box(-60, -330, 44, 30, '#f8f4ea'),
        box(-16, -330, 44, 30, '#c4402f'),
        disc(0, -406, 12, '#ffffff'),
        glow(0, -406, 90, '#ffffff', 0.8),
        times(9, (index) => line(-380 + index * 24, -42, -380 + index * 24, -98, '#dfe4e2', 4)),
        line(-384, -98, -186, -100, '#dfe4e2', 5),
        person(-300, -34, 170, { coat: '#f6d04a', hat: '#f6d04a', arms: 'out' }),
        person(320, -72, 176, { coat: '#f07f2e', hat: '#20303c', arms: 'up' }),
      ].join('')}</g>`,
    ),
    swell(1000, 90, ['#3d7e8c', '#1c4c5e', '#0c2c3c'], '#f4f7ef'),
    times(70, () => {
      const [x, y] = [random(240, 1240), random(880, 1060)]
      return disc(x, y, random(2, 9), '#f4f7ef', `opacity="${round(random(0.2, 0.8))}"`)
    }),
    path('M1120 1000 Q1240 930 1330 1010 Q1420 960 1500 1030 Q1300 1080 1120 1000Z', '#f4f7ef', 'opacity=".6"'),
    gulls(random, 620, 300, 480, 14, '#3d5462'),
    rain(random, 130, '#f3f5ee', 0.5),
  ]
}
