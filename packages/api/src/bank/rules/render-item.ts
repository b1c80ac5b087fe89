import { htmlToText } from '../../shared/html'
import type { DeliveredItem, DeliveredQuestion } from '../schema/delivered'
import type { RenderedItem, RenderedQuestion } from '../schema/rendered'
import { itemHtml } from './item-html'

const entry = ({ id, text }: { id: string; text: string }) => {
  const html = itemHtml(text)
  return { id, html, text: htmlToText(html) }
}

function renderQuestion(item: DeliveredQuestion): RenderedQuestion {
  const stemHtml = itemHtml(item.stem)
  switch (item.kind) {
    case 'single':
    case 'order':
      return { kind: item.kind, stemHtml, options: item.options.map(entry) }
    case 'multiple':
      return { kind: item.kind, stemHtml, options: item.options.map(entry), choose: item.choose }
    case 'match':
      return {
        kind: item.kind,
        stemHtml,
        prompts: item.prompts.map(entry),
        options: item.options.map(entry),
      }
    case 'numeric':
      return { kind: item.kind, stemHtml, unit: item.unit }
    case 'text':
      return { kind: item.kind, stemHtml, maxLength: item.maxLength }
    case 'hotspot':
      return { kind: item.kind, stemHtml, image: item.image, areas: item.areas }
  }
}

/** A delivered item with its texts as safe HTML, as the pages show it. On the server: browsers get no renderer. */
export function renderItem(item: DeliveredItem): RenderedItem {
  if (item.kind !== 'case') return renderQuestion(item)
  return {
    kind: 'case',
    stemHtml: itemHtml(item.stem),
    parts: item.parts.map((part) => ({ id: part.id, ...renderQuestion(part) })),
  }
}
