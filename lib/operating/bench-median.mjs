/** @param {number[]} values @returns {number} the one in the middle; of an even number the greater of the two */
export function median(values) {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)]
}
