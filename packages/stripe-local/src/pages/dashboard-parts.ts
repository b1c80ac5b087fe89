import { type Html, html } from './html'

const GOOD = ['succeeded', 'won', 'delivered', 'paid', 'warning_closed']
const BAD = ['failed', 'canceled', 'lost', 'needs_response', 'dropped']

/** A status as a coloured word. */
export function badge(status: string): Html {
  const tone = GOOD.includes(status) ? 'good' : BAD.includes(status) ? 'bad' : 'warn'
  return html`<span class="badge ${tone}">${status.replaceAll('_', ' ')}</span>`
}

/** A form that asks the control API for one operation. */
export function action(
  operation: string,
  label: string,
  fields: Record<string, string>,
  more?: Html,
) {
  return html`<form class="inline" method="post" action="/_control/${operation}">
${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${more}<button class="plain">${label}</button></form>`
}

/** A moment, to the second. */
export function time(unix: number): Html {
  const iso = new Date(unix * 1000).toISOString()
  return html`<time datetime="${iso}">${iso.slice(0, 19).replace('T', ' ')}</time>`
}

/** A table that scrolls sideways where the page is narrow. */
export function table(columns: string[], rows: Html[]): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${columns[0]}"><table>
<thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></div>`
}
