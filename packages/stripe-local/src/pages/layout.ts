import { Html, html } from './html'
import { SCRIPT } from './script'
import { STYLES } from './styles'

/** A whole page. `body` is already safe markup. */
export function layout(title: string, body: Html): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${new Html(STYLES)}</style>
</head>
<body>
<aside class="testbar" aria-label="Test mode">Local test mode. No money moves and no real card works here.</aside>
${body}
<script>${new Html(SCRIPT)}</script>
</body>
</html>
`.text
}
