import { describe, expect, it } from 'vitest'
import { FRAME_ORIGINS, providerOf } from './embed-providers'

describe('providerOf', () => {
  it.each([
    [
      'https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=4',
      'YouTube',
      'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ',
    ],
    ['https://youtu.be/dQw4w9WgXcQ', 'YouTube', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ'],
    ['https://youtube.com/shorts/dQw4w9WgXcQ', 'YouTube', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ'],
    ['https://vimeo.com/76979871', 'Vimeo', 'https://player.vimeo.com/video/76979871?dnt=1'],
    [
      'https://www.openstreetmap.org/#map=12/57.0000/-7.0000',
      'OpenStreetMap',
      'https://www.openstreetmap.org/export/embed.html?bbox=-7.1099%2C56.9663%2C-6.8901%2C57.0337&layer=mapnik',
    ],
    [
      'https://soundcloud.com/harbour/choir',
      'SoundCloud',
      'https://w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2Fharbour%2Fchoir',
    ],
    [
      'https://open.spotify.com/episode/4rOoJ6Egrf8K2IrywzwOMk',
      'Spotify',
      'https://open.spotify.com/embed/episode/4rOoJ6Egrf8K2IrywzwOMk',
    ],
    ['https://datawrapper.dwcdn.net/AbCd1/2/', 'Datawrapper', 'https://datawrapper.dwcdn.net/AbCd1/'],
  ])('knows %s', (address, name, frame) => {
    expect(providerOf(address)).toMatchObject({ name, frame })
    expect(FRAME_ORIGINS).toContain(new URL(frame).origin)
  })

  it.each([
    ['https://www.example.org/film', 'example.org'],
    ['https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ', 'youtube.com.evil.example'],
    ['https://evilyoutube.com/watch?v=dQw4w9WgXcQ', 'evilyoutube.com'],
    ['https://youtube.com@evil.example/watch?v=dQw4w9WgXcQ', 'evil.example'],
    ['https://www.youtube.com/watch?v=../../evil', 'youtube.com'],
    ['https://youtube.com:444/watch?v=dQw4w9WgXcQ', 'youtube.com:444'],
    ['http://youtu.be/dQw4w9WgXcQ', 'youtu.be'],
    ['https://www.openstreetmap.org/#map=3/95/0', 'openstreetmap.org'],
    ['https://vimeo.com/about', 'vimeo.com'],
    ['javascript:alert(1)', ''],
    ['no address', 'no address'],
  ])('frames nothing of %s', (address, name) => {
    expect(providerOf(address)).toEqual({ name, frame: null })
  })
})
