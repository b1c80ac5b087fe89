/**
 * The first catalogue page is made ahead and every other one on demand, so that going from the one to
 * the other brings a new search line. What was being typed, and where, goes over to it.
 */
let place: { text: string; start: number; end: number; at: number } | null = null
const freshMs = 3000

/** Remembers what stands in the line and where the caret is. */
export function keepTyping(input: HTMLInputElement): void {
  const { value: text, selectionStart, selectionEnd } = input
  place = {
    text,
    start: selectionStart ?? text.length,
    end: selectionEnd ?? text.length,
    at: performance.now(),
  }
}

/** Goes on in a new line where the old one was left a moment ago; does nothing otherwise. */
export function resumeTyping(input: HTMLInputElement): void {
  if (!place || performance.now() - place.at > freshMs) return
  if (document.activeElement !== document.body) return
  input.value = place.text
  input.focus({ preventScroll: true })
  input.setSelectionRange(place.start, place.end)
}
