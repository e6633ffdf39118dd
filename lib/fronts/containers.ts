import type { SlotSize } from './front'

/** A part of a front that editors fill. */
export type ContainerPlan = {
  name: 'lead' | 'news' | 'opinion'
  title: string
  /** How many cards readers are shown when editors place fewer; the newest articles fill up to it. */
  shown: number
  /** How many cards editors may place. */
  room: number
  sizes: readonly SlotSize[]
  /** Its first card stands with a picture. */
  isPictured: boolean
  hasSublinks: boolean
}

export type ContainerName = ContainerPlan['name']

const LEAD: ContainerPlan = {
  name: 'lead',
  title: 'Lead story',
  shown: 1,
  room: 1,
  sizes: ['lead'],
  isPictured: true,
  hasSublinks: true,
}
const SIDE = { room: 8, sizes: ['standard', 'big'], isPictured: false, hasSublinks: false } as const

/** The parts of each front, in the order in which readers meet them on a phone. */
const PLANS = {
  home: [
    LEAD,
    { ...SIDE, name: 'news', title: 'Top news', shown: 3 },
    { ...SIDE, name: 'opinion', title: 'Voices', shown: 3 },
  ],
  section: [LEAD, { ...SIDE, name: 'news', title: 'Top stories', shown: 0 }],
} as const satisfies Record<string, readonly ContainerPlan[]>

/** @param front `home`, or a section's slug */
export function containersOf(front: string): readonly ContainerPlan[] {
  return front === 'home' ? PLANS.home : PLANS.section
}

/** How many cards readers see in a part of the home page at least. */
export function shownOnHome(name: ContainerName): number {
  return PLANS.home.find((plan) => plan.name === name)?.shown ?? 0
}
