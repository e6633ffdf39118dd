import { ChangeFeed } from './change-feed'
import { pagePrinter } from './render-page'
import { loadRoutes, routeAnswerer, shapesOf } from './route-handlers'
import { beginThread } from './thread'

/**
 * The wire: what machines ask for, feeds, sitemaps and the read API, in a thread of its own. It loads nothing of Next's,
 * only reads, and however much machines ask, neither readers nor the newsroom wait for it.
 */
export function runWire(): Promise<void> {
  return beginThread(async ({ edition, siteUrl }) => {
    const routes = await loadRoutes(edition)
    const answerRoute = routeAnswerer(routes, siteUrl)
    const feed = new ChangeFeed()
    const stopKeepingUp = feed.keepUp()
    const print = pagePrinter({
      render: async (address) => {
        const answer = answerRoute(address)
        if (!answer) throw new Error(`${address} is not for the wire.`)
        return answer
      },
      feed,
    })
    return {
      work: async (order) => {
        switch (order.order) {
          case 'page':
            return print(order.address)
          case 'stop':
            stopKeepingUp()
            return null
          default:
            throw new Error(`The wire has no order “${order.order}”.`)
        }
      },
      firstWords: { ready: true, shapes: shapesOf(routes) },
    }
  })
}
