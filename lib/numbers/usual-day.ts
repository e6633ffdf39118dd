/** An hour of the clock, today and on the same weekday before. */
export type UsualHour = {
  hour: string
  /** Null for an hour that is to come. */
  today: number | null
  lowest: number
  highest: number
}

/** Today beside the last days of the same name. */
export type UsualDay = {
  /** The name of the day, “Thursday”. */
  weekday: string
  /** How many such days there are to compare with; those on which nothing was read are none. */
  compared: number
  /** All hours that a clock shows. */
  hours: UsualHour[]
  /** The hour that is running: what is over has been counted whole. */
  running: string
  /** Views of the hours that are over: today's, and the least and the most of the days compared. */
  soFar: { today: number; lowest: number; highest: number }
}

/** Whether today is as usual, in one sentence. */
export function usualTakeaway({ weekday, compared, running, soFar }: UsualDay): string {
  if (compared === 0) return `Nothing was read on an earlier ${weekday} to compare with.`
  if (running === '00') return 'The first hour of the day is running: there is nothing to compare yet.'
  const figure = (value: number) => value.toLocaleString('en-GB')
  const days = compared === 1 ? `last ${weekday}` : `the last ${compared} ${weekday}s`
  const usual =
    soFar.lowest === soFar.highest ? figure(soFar.lowest) : `${figure(soFar.lowest)} to ${figure(soFar.highest)}`
  const words = `${figure(soFar.today)} by ${running}:00, where ${days} had ${usual}`
  if (soFar.today > soFar.highest) return `More than usual: ${words}.`
  return `${soFar.today < soFar.lowest ? 'Fewer than usual' : 'As usual'}: ${words}.`
}
