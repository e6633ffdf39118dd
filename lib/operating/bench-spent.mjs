/**
 * @param {string} origin of a portal that runs
 * @returns {Promise<number>} milliseconds of the processor's time that it has used
 */
export async function spentBy(origin) {
  const numbers = await (await fetch(`${origin}/metrics`)).text()
  return 1000 * Number(/^process_cpu_seconds_total ([\d.e+-]+)/m.exec(numbers)?.[1])
}
