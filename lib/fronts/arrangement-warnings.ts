import { type Arrangement, cardsOf, type Placed, type SlotName } from './arrangement'
import { containersOf } from './containers'

/** What has to be known of an article to warn of its place. */
export type StoryFacts = {
  id: number
  isPublic: boolean
  wasKilled: boolean
  publishedAt: Date | null
  hasPicture: boolean
}

export type ArrangementWarning = SlotName & { words: string }

/** After this long a lead is yesterday's. */
const OLD_LEAD = 48 * 3_600_000

/** What an editor should look at before making an arrangement live; nothing of it forbids to. */
export function warningsOf(
  front: string,
  arrangement: Arrangement,
  stories: ReadonlyMap<number, StoryFacts>,
  now: Date,
): ArrangementWarning[] {
  return containersOf(front).flatMap((plan) =>
    cardsOf(arrangement, plan.name).flatMap((card, index) => {
      const { container, articleId } = card
      const story = stories.get(articleId)
      const words = [
        ...statusWords(story),
        ...twiceWords(front, arrangement, card),
        ...(plan.name === 'lead' && isOld(story, now) ? ['More than two days old.'] : []),
        ...(isPictureGone(card) ? ['Its picture was deleted. The article’s own stands in its place.'] : []),
        ...(plan.isPictured && index === 0 && !showsPicture(card, story) ? ['No picture in a place for one.'] : []),
      ]
      return words.map((each) => ({ container, articleId, words: each }))
    }),
  )
}

function statusWords(story: StoryFacts | undefined): string[] {
  if (!story) return ['The article is gone. Readers do not see this card.']
  if (story.wasKilled) return ['Withdrawn. Readers do not see this card.']
  return story.isPublic ? [] : ['Not public. Readers do not see this card before it is.']
}

function twiceWords(front: string, arrangement: Arrangement, { container, articleId }: SlotName): string[] {
  const elsewhere = containersOf(front).find(
    ({ name }) => name !== container && cardsOf(arrangement, name).some((card) => card.articleId === articleId),
  )
  return elsewhere ? [`Also in ${elsewhere.title}.`] : []
}

function isOld(story: StoryFacts | undefined, now: Date): boolean {
  return !!story?.publishedAt && now.getTime() - story.publishedAt.getTime() > OLD_LEAD
}

/** A picture that is deleted leaves the cards that showed it without its number. */
function isPictureGone({ picture, imageId }: Pick<Placed, 'picture' | 'imageId'>): boolean {
  return picture === 'other' && imageId === null
}

function showsPicture(card: Pick<Placed, 'picture' | 'imageId'>, story: StoryFacts | undefined): boolean {
  if (card.picture === 'other' && !isPictureGone(card)) return true
  return card.picture !== 'none' && (story?.hasPicture ?? false)
}
