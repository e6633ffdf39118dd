import { bakeryWindow } from './bakery-window'
import { budgetCase } from './budget-case'
import { buttonShop } from './button-shop'
import { candleWindow } from './candle-window'
import { choirInChapel } from './choir-in-chapel'
import { classroom } from './classroom'
import { containerPort } from './container-port'
import { cyclistHill } from './cyclist-hill'
import { damMorning } from './dam-morning'
import { fairMaid } from './fair-maid'
import { ferryAtQuay } from './ferry-at-quay'
import { fishPie } from './fish-pie'
import { fishingBoats } from './fishing-boats'
import { footballFloodlights } from './football-floodlights'
import { heatherFire } from './heather-fire'
import { hospitalCorridor } from './hospital-corridor'
import { chance, finished, type Scene } from './kit'
import { lamplighter } from './lamplighter'
import { libraryReadingRoom } from './library-reading-room'
import { lighthouseNight } from './lighthouse-night'
import { marketStreet } from './market-street'
import { oldPrintingPress } from './old-printing-press'
import { orchardFrost } from './orchard-frost'
import { parliamentDome } from './parliament-dome'
import { pilotCutter } from './pilot-cutter'
import { railPlatform } from './rail-platform'
import { riverValley } from './river-valley'
import { satelliteDish } from './satellite-dish'
import { snowPass } from './snow-pass'
import { stormHarbour } from './storm-harbour'
import { theatreStage } from './theatre-stage'
import { tidalFlats } from './tidal-flats'
import { windTurbines } from './wind-turbines'

export { drawPortrait } from './portraits'

const SCENES: Record<string, Scene> = {
  'dam-morning': damMorning,
  'river-valley': riverValley,
  'snow-pass': snowPass,
  'cyclist-hill': cyclistHill,
  'orchard-frost': orchardFrost,
  'satellite-dish': satelliteDish,
  'storm-harbour': stormHarbour,
  'ferry-at-quay': ferryAtQuay,
  'fishing-boats': fishingBoats,
  'lighthouse-night': lighthouseNight,
  'wind-turbines': windTurbines,
  'tidal-flats': tidalFlats,
  'container-port': containerPort,
  'rail-platform': railPlatform,
  'parliament-dome': parliamentDome,
  'market-street': marketStreet,
  lamplighter,
  'football-floodlights': footballFloodlights,
  'bakery-window': bakeryWindow,
  'hospital-corridor': hospitalCorridor,
  'budget-case': budgetCase,
  'choir-in-chapel': choirInChapel,
  'library-reading-room': libraryReadingRoom,
  'theatre-stage': theatreStage,
  classroom,
  'old-printing-press': oldPrintingPress,
  'button-shop': buttonShop,
  'candle-window': candleWindow,
  'pilot-cutter': pilotCutter,
  'fair-maid': fairMaid,
  'fish-pie': fishPie,
  'heather-fire': heatherFire,
}

export const PICTURE_NAMES = Object.keys(SCENES)

/**
 * One of the demo newsroom's pictures, as SVG of 1920 × 1280.
 *
 * @throws when there is no picture of that name
 */
export function drawPicture(name: string): string {
  const scene = Object.hasOwn(SCENES, name) ? SCENES[name] : undefined
  if (!scene) throw new Error(`There is no picture “${name}” to draw; there are ${PICTURE_NAMES.join(', ')}.`)
  return finished(scene(chance(name)))
}
