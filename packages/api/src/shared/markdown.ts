import { marked } from 'marked'
import { sanitiseHtml } from './html'

/** Markdown to sanitised HTML. */
export function renderMarkdown(markdown: string): string {
  return sanitiseHtml(marked.parse(markdown, { async: false, gfm: true }))
}
