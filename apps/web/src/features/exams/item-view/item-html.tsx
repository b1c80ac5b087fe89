/** Rendered Markdown of an item; it was sanitised when it was rendered (bank/rules/item-html of the API). */
export function ItemHtml({ html, className }: { html: string; className?: string }) {
  return <div className={className ?? 'item-html'} dangerouslySetInnerHTML={{ __html: html }} />
}
