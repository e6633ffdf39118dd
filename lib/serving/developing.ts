import type { IncomingMessage, ServerResponse } from 'node:http'
import { isHealthAddress } from './health'
import { isMediaAddress } from './media-files'
import { askedStatus, inRenderScope, newRenderScope } from './render-scope'
import { handleRequest, type Rooms } from './request-handler'

/**
 * While developing, Next answers pages itself so that changes show at once; the framework's script stays in them, and
 * nothing is kept. A status that a page asks for still holds.
 */
export function handleWhileDeveloping(request: IncomingMessage, response: ServerResponse, rooms: Rooms): void {
  const path = (request.url ?? '/').split('?', 1)[0] as string
  rooms.feed.catchUp(performance.now())
  if (isHealthAddress(path) || isMediaAddress(path) || rooms.files.has(path)) {
    handleRequest(request, response, rooms)
    return
  }
  inRenderScope(newRenderScope(), () => {
    const writeHead = response.writeHead.bind(response)
    response.writeHead = ((status: number, ...rest: never[]) => writeHead(askedStatus() ?? status, ...rest)) as never
    return rooms.privatePages.handle(request, response)
  })
}
