/**
 * The first catalogue page is made ahead and every other one on demand, so that going from the one to
 * the other shows another form in the same step that hides the first. What was being typed, and where,
 * goes over to it.
 */
let place: { text: string; start: number; end: number } | null = null

/** To be called while a line is being hidden: remembers it for one that is shown in the same step. */
export function leaveLine(line: HTMLInputElement): void {
  if (document.activeElement !== line) return
  const { value: text, selectionStart, selectionEnd } = line
  place = { text, start: selectionStart ?? text.length, end: selectionEnd ?? text.length }
  queueMicrotask(() => {
    place = null
  })
}

/** To be called when a line is shown: goes on where the other was left, if one has just been. */
export function enterLine(line: HTMLInputElement): void {
  if (!place) return
  line.value = place.text
  line.focus({ preventScroll: true })
  line.setSelectionRange(place.start, place.end)
}
