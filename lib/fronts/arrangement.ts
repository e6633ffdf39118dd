import { type ContainerName, type ContainerPlan, containersOf } from './containers'
import type { SlotSize } from './front'

/** An article in its place, and what the front says in the article's stead. */
export type Placed = {
  container: ContainerName
  articleId: number
  size: SlotSize
  headline: string | null
  trail: string | null
  kicker: string | null
  /** The article's own picture, another of the newsroom's (`imageId`), or none. */
  picture: 'own' | 'other' | 'none'
  imageId: number | null
  /** Articles linked to below it. */
  sublinks: number[]
  placedAt: Date
}

/** Where the rest of a container comes from: the newest articles that meet every condition that is given. */
export type Backfill = { section?: string; tag?: string }

/** A whole front as editors arrange it: the cards of each container in order, and what fills up the rest. */
export type Arrangement = { placed: Placed[]; backfills: Partial<Record<ContainerName, Backfill>> }

/** One card of an arrangement. An article stands in a container once, so that this names it on a stale page too. */
export type SlotName = { container: ContainerName; articleId: number }

export type Overrides = Pick<Placed, 'size' | 'headline' | 'trail' | 'kicker' | 'picture' | 'imageId' | 'sublinks'>

/** What was asked of a front cannot be done. */
export class ArrangementRefused extends Error {
  constructor(words: string) {
    super(words)
    this.name = 'ArrangementRefused'
  }
}

export const EMPTY: Arrangement = { placed: [], backfills: {} }

/**
 * Puts an article at the top of a container. Where one card is all there is room for, it takes that one's place.
 *
 * @throws {ArrangementRefused} when it stands there already, or the container is full
 */
export function place(front: string, arrangement: Arrangement, slot: SlotName, now: Date): Arrangement {
  const plan = planOf(front, slot.container)
  if (find(arrangement, slot)) throw new ArrangementRefused(`The article is in ${plan.title} already.`)
  const others = arrangement.placed.filter((card) => card.container === slot.container)
  if (plan.room === 1) return withContainer(arrangement, slot.container, [fresh(plan, slot, now)])
  if (others.length >= plan.room) {
    throw new ArrangementRefused(`${plan.title} holds ${plan.room} cards. Remove one first.`)
  }
  return withContainer(arrangement, slot.container, [fresh(plan, slot, now), ...others])
}

/** Moves a card one place up or down; at the end of its container it stays. @throws {ArrangementRefused} */
export function move(front: string, arrangement: Arrangement, slot: SlotName, step: 'up' | 'down'): Arrangement {
  const cards = cardsOf(arrangement, slot.container)
  const at = cards.indexOf(known(front, arrangement, slot))
  return moveTo(front, arrangement, slot, { container: slot.container, position: at + (step === 'up' ? -1 : 1) })
}

/**
 * Moves a card to a place in its own container or in another.
 *
 * @param to the position counts from 0; one past the ends means the end
 * @throws {ArrangementRefused} when the other container is full or has the article
 */
export function moveTo(
  front: string,
  arrangement: Arrangement,
  slot: SlotName,
  to: { container: ContainerName; position: number },
): Arrangement {
  const card = known(front, arrangement, slot)
  const plan = planOf(front, to.container)
  if (to.container !== slot.container && find(arrangement, { ...slot, container: to.container })) {
    throw new ArrangementRefused(`The article is in ${plan.title} already.`)
  }
  const without = remove(front, arrangement, slot)
  const others = cardsOf(without, to.container)
  const stays = plan.room === 1 ? [] : others
  if (stays.length >= plan.room)
    throw new ArrangementRefused(`${plan.title} holds ${plan.room} cards. Remove one first.`)
  const position = Math.max(0, Math.min(to.position, stays.length))
  const moved = { ...card, container: to.container, size: sizeFor(plan, card.size) }
  return withContainer(without, to.container, [...stays.slice(0, position), moved, ...stays.slice(position)])
}

/** Takes a card off. Doing it again changes nothing. */
export function remove(_front: string, arrangement: Arrangement, { container, articleId }: SlotName): Arrangement {
  const stays = (card: Placed) => card.container !== container || card.articleId !== articleId
  return { ...arrangement, placed: arrangement.placed.filter(stays) }
}

/** Puts another article in a card's place; what the front said of the old one goes with it. @throws {ArrangementRefused} */
export function replace(
  front: string,
  arrangement: Arrangement,
  slot: SlotName,
  articleId: number,
  now: Date,
): Arrangement {
  const card = known(front, arrangement, slot)
  const plan = planOf(front, slot.container)
  if (find(arrangement, { container: slot.container, articleId })) {
    throw new ArrangementRefused(`The article is in ${plan.title} already.`)
  }
  const next = { ...fresh(plan, { ...slot, articleId }, now), size: card.size }
  return { ...arrangement, placed: arrangement.placed.map((each) => (each === card ? next : each)) }
}

/** Says on the front what the article itself does not say. @throws {ArrangementRefused} when the card is gone */
export function override(front: string, arrangement: Arrangement, slot: SlotName, overrides: Overrides): Arrangement {
  const card = known(front, arrangement, slot)
  const plan = planOf(front, slot.container)
  const next: Placed = {
    ...card,
    ...overrides,
    size: sizeFor(plan, overrides.size),
    imageId: overrides.picture === 'other' ? overrides.imageId : null,
    sublinks: plan.hasSublinks ? overrides.sublinks.filter((id) => id !== card.articleId) : [],
  }
  return { ...arrangement, placed: arrangement.placed.map((each) => (each === card ? next : each)) }
}

export function backfillWith(
  front: string,
  arrangement: Arrangement,
  container: ContainerName,
  backfill: Backfill,
): Arrangement {
  planOf(front, container)
  return { ...arrangement, backfills: { ...arrangement.backfills, [container]: backfill } }
}

export function cardsOf(arrangement: Arrangement, container: ContainerName): Placed[] {
  return arrangement.placed.filter((card) => card.container === container)
}

/** @throws {ArrangementRefused} when the front has no such container */
export function planOf(front: string, container: string): ContainerPlan {
  const plan = containersOf(front).find(({ name }) => name === container)
  if (!plan) throw new ArrangementRefused(`There is no “${container.slice(0, 40)}” on this front.`)
  return plan
}

function find(arrangement: Arrangement, { container, articleId }: SlotName): Placed | undefined {
  return arrangement.placed.find((card) => card.container === container && card.articleId === articleId)
}

function known(front: string, arrangement: Arrangement, slot: SlotName): Placed {
  const card = find(arrangement, slot)
  if (card) return card
  throw new ArrangementRefused(`The article is no longer in ${planOf(front, slot.container).title}. Look at it again.`)
}

function withContainer(arrangement: Arrangement, container: ContainerName, cards: Placed[]): Arrangement {
  const others = arrangement.placed.filter((card) => card.container !== container)
  return { ...arrangement, placed: [...others, ...cards] }
}

function fresh(plan: ContainerPlan, slot: SlotName, now: Date): Placed {
  const words = { headline: null, trail: null, kicker: null, picture: 'own', imageId: null, sublinks: [] } as const
  return { ...slot, ...words, sublinks: [], size: sizeFor(plan, 'standard'), placedAt: now }
}

function sizeFor(plan: ContainerPlan, size: SlotSize): SlotSize {
  return plan.sizes.includes(size) ? size : (plan.sizes[0] as SlotSize)
}
