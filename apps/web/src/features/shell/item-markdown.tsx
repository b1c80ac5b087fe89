import { itemHtml } from '@archway/api/bank/rules/item-html'

/** Markdown of an exam item with its code and formulas, rendered and sanitised on the server. */
export function ItemMarkdown({ text }: { text: string }) {
  return <div className="item-html" dangerouslySetInnerHTML={{ __html: itemHtml(text) }} />
}
