/** The forms behind that of the article, by which their fields name them. */
export const NOTE_FORM = 'add-note'
export const ARRANGEMENT_FORM = 'arrange'
export const HOLD_FORM = 'hold'
