/**
 * Whose pages may be shown inside an article, and where each keeps the part that is made for that. The list is the whole
 * of what a public page may frame: its policy names these origins and no other.
 */
type Provider = {
  name: string
  /** How much room the frame wants. */
  shape: 'wide' | 'tall' | 'sound'
  /** The origins that its frames come from. */
  origins: readonly string[]
  /** The address of the frame that shows this page; null when it cannot be framed. */
  frame: (page: URL) => string | null
}

const PROVIDERS: readonly Provider[] = [
  {
    name: 'YouTube',
    shape: 'wide',
    origins: ['https://www.youtube-nocookie.com'],
    frame: (page) => {
      const id = videoIdOf(page)
      return id && `https://www.youtube-nocookie.com/embed/${id}`
    },
  },
  {
    name: 'Vimeo',
    shape: 'wide',
    origins: ['https://player.vimeo.com'],
    frame: (page) => {
      const [, id] = onHost(page, 'vimeo.com') ? (/^\/(\d{1,12})$/.exec(page.pathname) ?? []) : []
      return id ? `https://player.vimeo.com/video/${id}?dnt=1` : null
    },
  },
  {
    name: 'OpenStreetMap',
    shape: 'wide',
    origins: ['https://www.openstreetmap.org'],
    frame: (page) => (onHost(page, 'openstreetmap.org') ? mapOf(page) : null),
  },
  {
    name: 'SoundCloud',
    shape: 'sound',
    origins: ['https://w.soundcloud.com'],
    frame: (page) => {
      if (!onHost(page, 'soundcloud.com') || !/^\/[\w-]+\/(?:sets\/)?[\w-]+$/.test(page.pathname)) return null
      return `https://w.soundcloud.com/player/?url=${encodeURIComponent(`https://soundcloud.com${page.pathname}`)}`
    },
  },
  {
    name: 'Spotify',
    shape: 'sound',
    origins: ['https://open.spotify.com'],
    frame: (page) => {
      if (page.hostname !== 'open.spotify.com') return null
      const [, kind, id] = /^\/(album|episode|playlist|show|track)\/(\w{10,40})$/.exec(page.pathname) ?? []
      return kind ? `https://open.spotify.com/embed/${kind}/${id}` : null
    },
  },
  {
    name: 'Datawrapper',
    shape: 'tall',
    origins: ['https://datawrapper.dwcdn.net'],
    frame: (page) => {
      const [, id] =
        page.hostname === 'datawrapper.dwcdn.net' ? (/^\/(\w{4,10})(?:\/\d*)?\/?$/.exec(page.pathname) ?? []) : []
      return id ? `https://datawrapper.dwcdn.net/${id}/` : null
    },
  },
]

/** Every origin that a public page may frame. */
export const FRAME_ORIGINS: readonly string[] = PROVIDERS.flatMap(({ origins }) => origins)

type PageOfOthers = { name: string; frame: string | null; shape?: Provider['shape'] }

/**
 * Who a page belongs to, and where its frame is.
 *
 * @param address of the page, as a reader would open it
 * @returns the provider's name, else the host; `frame` is null for a page that can only be linked to
 */
export function providerOf(address: string): PageOfOthers {
  if (!URL.canParse(address)) return { name: address, frame: null }
  const page = new URL(address)
  if (page.protocol !== 'https:' || page.port !== '' || page.username !== '') return { name: page.host, frame: null }
  for (const { name, shape, frame } of PROVIDERS) {
    const found = frame(page)
    if (found) return { name, shape, frame: found }
  }
  return { name: page.hostname.replace(/^www\./, ''), frame: null }
}

function onHost(page: URL, host: string): boolean {
  return page.hostname === host || page.hostname === `www.${host}`
}

function videoIdOf(page: URL): string | null {
  const isId = (text: string | null | undefined) => (text && /^[\w-]{11}$/.test(text) ? text : null)
  if (page.hostname === 'youtu.be') return isId(page.pathname.slice(1))
  if (!onHost(page, 'youtube.com') && page.hostname !== 'm.youtube.com') return null
  if (page.pathname === '/watch') return isId(page.searchParams.get('v'))
  return isId(/^\/(?:shorts|live|embed)\/([^/]+)$/.exec(page.pathname)?.[1])
}

/** A map is named by its middle and its scale (`#map=13/57.1/-7.3`); its frame wants the corners. */
function mapOf(page: URL): string | null {
  const [, zoom, latitude, longitude] = /^#map=(\d{1,2})\/(-?\d+(?:\.\d+)?)\/(-?\d+(?:\.\d+)?)/.exec(page.hash) ?? []
  if (!zoom) return null
  const [lat, lon] = [Number(latitude), Number(longitude)]
  if (Math.abs(lat) > 85 || Math.abs(lon) > 180) return null
  // 640 pixels of tiles of 256, of which 2^zoom go round the world.
  const width = (360 / 2 ** Number(zoom)) * (640 / 256)
  const height = width * 0.5625 * Math.cos((lat * Math.PI) / 180)
  const corners = [lon - width / 2, lat - height / 2, lon + width / 2, lat + height / 2]
  return `https://www.openstreetmap.org/export/embed.html?bbox=${corners.map((at) => at.toFixed(4)).join('%2C')}&layer=mapnik`
}
