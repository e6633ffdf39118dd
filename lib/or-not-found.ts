import { notFound } from 'next/navigation'

/**
 * Does what a button asks for; where it is refused there is nothing for whoever pressed it, and Next answers that.
 *
 * @param isRefusal which errors say so; any other is thrown
 */
export async function orNotFound(work: () => Promise<unknown>, isRefusal: (error: unknown) => boolean): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (isRefusal(error)) notFound()
    throw error
  }
}
