import { htmlToText } from '../../../shared/html'
import { restoreFormula } from './formula'

/** A cell as plain text, and what had to be taken out of it. */
export type PlainText = { text: string; removed: ('html-removed' | 'control-characters-removed')[] }

const LINE_BREAK = '\uE000'
const looksLikeHtml = /<\/?[a-z!][^>]*>/i
// Everything that does not show, but tab and line feed.
const control = /(?![\t\n])\p{Cc}|[\u200B\u200E\u200F\u202A-\u202E\u2060\uFEFF\uFFFD]/gu

const decodeEntities = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')

/**
 * The text of a cell: no tags, no scripts, nothing invisible; lines trimmed, empty lines at both ends
 * dropped. Repeating it changes nothing. Pure.
 */
export function plainText(cell: string): PlainText {
  const removed: PlainText['removed'] = []
  let text = restoreFormula(cell).normalize('NFC').replace(/\r\n?/g, '\n')
  const visible = text.replace(control, '')
  if (visible !== text) removed.push('control-characters-removed')
  text = visible.replaceAll(LINE_BREAK, '')
  for (let pass = 0; pass < 5 && looksLikeHtml.test(text); pass++) {
    if (pass === 0) removed.push('html-removed')
    text = decodeEntities(htmlToText(text.replaceAll('\n', LINE_BREAK))).replaceAll(
      LINE_BREAK,
      '\n',
    )
  }
  if (looksLikeHtml.test(text)) text = text.replace(/[<>]/g, '')
  text = text
    .split('\n')
    .map((line) => line.replace(/[^\S\n]+/g, ' ').trim())
    .join('\n')
    .replace(/\n{2,}/g, '\n')
    .trim()
  return { text, removed }
}

/** The same, in one line. */
export function plainLine(cell: string): PlainText {
  const { text, removed } = plainText(cell)
  return { text: text.replace(/\s+/g, ' '), removed }
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Text as HTML: a paragraph per line, everything else as it stands. */
export const textToHtml = (text: string): string =>
  text === ''
    ? ''
    : text
        .split('\n')
        .map((line) => `<p>${escapeHtml(line)}</p>`)
        .join('')

/** HTML as text, a line per block: the way back from textToHtml, and as good as possible for the rest. */
export function htmlToLines(html: string): string {
  const broken = html.replace(
    /<\/(?:p|li|h[1-6]|tr|blockquote|pre)>|<br\s*\/?>/g,
    `$&${LINE_BREAK}`,
  )
  return decodeEntities(htmlToText(broken))
    .split(LINE_BREAK)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}

/** The first sentence, or as many words of it as fit into `max` characters. */
export function firstSentence(text: string, max = 200): string {
  const line = text.split('\n', 1)[0] ?? ''
  const sentence = /^.{20,}?[.!?](?=\s|$)/u.exec(line)?.[0] ?? line
  if (sentence.length <= max) return sentence
  const cut = sentence.slice(0, max - 1)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), max / 2)).trimEnd()}…`
}
