import { offlineCheck } from './offline-check'

/** A signed document as the page of a bundle checks it: its canonical statements, and those of its proof. */
export type SignedStatements = { statements: string; options: string; proofValue: string }

export type OfflineData = {
  credential: SignedStatements
  list: SignedStatements
  did: unknown
  takenAt: string
}

const show = `
const data = JSON.parse(document.getElementById('data').textContent)
const day = (text) => new Date(text).toISOString().slice(0, 10)
check(data, Date.now()).then((found) => {
  const lines = [
    [found.isSound, found.isSound ? 'Signed by its issuer, and unchanged since' : 'The signature does not fit: do not rely on it'],
    [found.isCurrent, found.isCurrent ? 'Within its dates' : 'Not within its dates'],
    [found.isListSound && !found.isSet, !found.isListSound ? 'The list of what was taken back cannot be confirmed'
      : (found.isSet ? 'Taken back' : 'Not taken back') + ', says the issuer’s signed list of ' + day(found.listFrom)],
  ]
  const isGood = lines.every(([good]) => good)
  const heading = document.getElementById('verdict')
  heading.textContent = isGood ? 'Genuine' : found.isSound ? 'Genuine, but it does not count' : 'Not genuine'
  heading.dataset.good = String(isGood)
  const list = document.getElementById('lines')
  for (const [good, text] of lines) {
    const item = document.createElement('li')
    item.textContent = (good ? '✓ ' : '✗ ') + text
    list.append(item)
  }
  const facts = [['Credential', found.name], ['Holder', found.holder], ['Issuer', found.issuer], ['Number', found.number],
    ['Valid from', found.from && day(found.from)], ['Valid until', found.until ? day(found.until) : 'Does not expire'],
    ['Issuer (DID)', data.did.id]]
  const table = document.getElementById('facts')
  for (const [term, value] of found.isSound ? facts : []) {
    const name = document.createElement('dt')
    const text = document.createElement('dd')
    name.textContent = term
    text.textContent = value
    table.append(name, text)
  }
}).catch((error) => {
  document.getElementById('verdict').textContent = 'This browser cannot check it: ' + error.message
})
`

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem;color:#1e1b17;background:#faf8f4}
h1{font:500 2rem/1.2 Georgia,serif}[data-good=false]{color:#a3261b}[data-good=true]{color:#0f5c3a}
ul{list-style:none;padding:0}dt{color:#625b52;margin-top:.75rem}dd{margin:0;font-weight:600;overflow-wrap:anywhere}
@media(prefers-color-scheme:dark){body{color:#f2ede4;background:#161411}dt{color:#b5aca0}[data-good=true]{color:#6fcf9f}[data-good=false]{color:#ff8d80}}`

/** The page of a bundle: one file that checks what is inside of it and asks nobody. The data cannot end its element. Pure. */
export function offlinePage(data: OfflineData): string {
  const json = JSON.stringify(data).replaceAll('<', '\\u003c')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'">
<title>Check of a credential, offline</title>
<style>${style}</style>
</head>
<body>
<h1 id="verdict">Checking …</h1>
<ul id="lines"></ul>
<dl id="facts"></dl>
<p>Checked in this browser alone, with the key and the list that the issuer had published on ${data.takenAt.slice(0, 10)}. Nothing was asked for over a network. Whether it was taken back since then, only the issuer’s current list tells.</p>
<noscript>The check needs JavaScript. The files beside this page can be checked with any verifier of Open Badges 3.0.</noscript>
<script type="application/json" id="data">${json}</script>
<script>${offlineCheck}${show}</script>
</body>
</html>
`
}
