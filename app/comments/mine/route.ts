import { answerMine } from '@/lib/comments/mine-answer'

/** What of an article’s conversation belongs to whoever asks. */
export function GET(request: Request): Promise<Response> {
  return answerMine(request)
}
