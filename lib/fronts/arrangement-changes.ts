import { type Arrangement, type Backfill, cardsOf, type Placed } from './arrangement'
import { type ContainerPlan, containersOf } from './containers'

/** One thing that readers would see change when the draft is made live. */
export type ArrangementChange =
  | { is: 'added' | 'removed' | 'reworded'; articleId: number; container: string }
  | { is: 'moved'; articleId: number; container: string; from: string }
  | { is: 'reordered' | 'refilled'; container: string }

/**
 * What an arrangement changes in another.
 *
 * @param before what readers see, @param after what they would see; containers are named by their titles
 */
export function changesBetween(front: string, before: Arrangement, after: Arrangement): ArrangementChange[] {
  return containersOf(front).flatMap((plan) => [
    ...cardChanges(front, plan, before, after),
    ...(isReordered(plan, before, after) ? [{ is: 'reordered' as const, container: plan.title }] : []),
    ...(sameFill(before.backfills[plan.name], after.backfills[plan.name])
      ? []
      : [{ is: 'refilled' as const, container: plan.title }]),
  ])
}

function cardChanges(front: string, plan: ContainerPlan, before: Arrangement, after: Arrangement): ArrangementChange[] {
  const [old, current] = [cardsOf(before, plan.name), cardsOf(after, plan.name)]
  const container = plan.title
  const arrived = current.flatMap((card): ArrangementChange[] => {
    const { articleId } = card
    const known = old.find((each) => each.articleId === articleId)
    if (known) return sameWords(known, card) ? [] : [{ is: 'reworded', articleId, container }]
    const from = leftContainer(front, articleId, before, after)
    return from ? [{ is: 'moved', articleId, container, from }] : [{ is: 'added', articleId, container }]
  })
  const left = old.filter(({ articleId }) => !current.some((each) => each.articleId === articleId))
  const gone = left.filter(({ articleId }) => !arrivedElsewhere(articleId, before, after))
  return [...arrived, ...gone.map(({ articleId }) => ({ is: 'removed' as const, articleId, container }))]
}

/** The title of the container that an article stood in and no longer does. */
function leftContainer(front: string, articleId: number, before: Arrangement, after: Arrangement): string | undefined {
  return containersOf(front).find(({ name }) => has(before, name, articleId) && !has(after, name, articleId))?.title
}

function arrivedElsewhere(articleId: number, before: Arrangement, after: Arrangement): boolean {
  return after.placed.some((card) => card.articleId === articleId && !has(before, card.container, articleId))
}

function has(arrangement: Arrangement, container: string, articleId: number): boolean {
  return arrangement.placed.some((card) => card.container === container && card.articleId === articleId)
}

function isReordered({ name }: ContainerPlan, before: Arrangement, after: Arrangement): boolean {
  const inBoth = (one: Arrangement, other: Arrangement) =>
    cardsOf(one, name)
      .map(({ articleId }) => articleId)
      .filter((id) => has(other, name, id))
  return inBoth(before, after).join() !== inBoth(after, before).join()
}

function sameWords(one: Placed, other: Placed): boolean {
  const words = ({ size, headline, trail, kicker, picture, imageId, sublinks }: Placed) =>
    JSON.stringify([size, headline, trail, kicker, picture, imageId, sublinks])
  return words(one) === words(other)
}

function sameFill(one: Backfill = {}, other: Backfill = {}): boolean {
  return (one.section ?? '') === (other.section ?? '') && (one.tag ?? '') === (other.tag ?? '')
}
