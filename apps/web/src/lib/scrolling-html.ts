const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

/**
 * Sanitised HTML in which what is too wide scrolls by itself and takes the keyboard: each table in a box
 * that is named `tableLabel`, as the design system's own tables are, and each block of code. Relies on
 * what `sanitiseHtml` guarantees: neither has attributes, and a text never holds a tag. Pure.
 */
export function scrollingHtml(html: string, tableLabel: string): string {
  const box = `<div class="table-scroll" role="group" aria-label="${escaped(tableLabel)}" tabindex="0">`
  return html
    .replaceAll('<table>', `${box}<table>`)
    .replaceAll('</table>', '</table></div>')
    .replaceAll('<pre>', '<pre tabindex="0">')
}
