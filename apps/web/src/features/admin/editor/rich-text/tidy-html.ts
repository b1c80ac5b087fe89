/**
 * The editor's HTML as the site writes it: no paragraph around the only text of a list item or table
 * cell, heading rows in a thead, and nothing at all for an empty text. Pure; safe to repeat.
 */
export function tidyHtml(html: string): string {
  const tidy = html
    .replace(
      /<(li|td|th)([^>]*)><p>((?:(?!<\/?(?:p|li|td|th)\b)[\s\S])*)<\/p>(?=<\/\1>|<[uo]l)/g,
      '<$1$2>$3',
    )
    .replace(
      /<tbody>(<tr>(?:<th\b[^>]*>(?:(?!<\/?tr\b|<td\b)[\s\S])*?<\/th>)+<\/tr>)(?=<tr>)/g,
      '<thead>$1</thead><tbody>',
    )
  return /^(<p>(<br>)?<\/p>)*$/.test(tidy) ? '' : tidy
}
