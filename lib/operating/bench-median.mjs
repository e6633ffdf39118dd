/** @param {number[]} values @returns {number} the one in the middle; of an even number the greater of the two */
export function median(values) {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)]
}

/**
 * @param {number[]} values
 * @param {number} share such as 0.95
 * @returns {number} the least of them that so large a share of them is not above
 */
export function atShare(values, share) {
  return [...values].sort((one, other) => one - other)[Math.ceil(values.length * share) - 1]
}
