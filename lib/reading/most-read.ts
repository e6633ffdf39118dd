/** How many articles the list of the most read holds. */
export const MOST_READ = 10
