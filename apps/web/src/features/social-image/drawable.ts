/**
 * A text with only what the fonts of the image can draw (Latin letters, digits, punctuation), and
 * `fallback` when too little of it is left. Anything else would be fetched from an outside font
 * service while drawing.
 */
export function drawableText(text: string, fallback: string): string {
  const drawable = text.replace(/[^\p{Script=Latin}\p{N}\p{P}\p{Zs}+<=>|~$€£¥]/gu, '').trim()
  const letters = (value: string) => value.match(/\p{L}/gu)?.length ?? 0
  return letters(drawable) * 2 >= letters(text) && drawable !== '' ? drawable : fallback
}
