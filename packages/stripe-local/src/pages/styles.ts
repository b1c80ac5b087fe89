/** The style sheet of all pages: system fonts, one accent, light and dark. */
export const STYLES = `
:root{color-scheme:light dark;--page:#f6f6f3;--card:#fff;--ink:#1c1f1e;--quiet:#5b6462;--line:#dcdfdb;--field:#fff;--field-line:#868f8c;--accent:#0b6658;--on-accent:#fff;--accent-soft:#e3f1ee;--bad:#a3271c;--bad-soft:#fbe9e7;--warn:#7a4d00;--warn-soft:#fbf0d9;--good:#14632f;--good-soft:#e2f3e7}
@media(prefers-color-scheme:dark){:root{--page:#131615;--card:#1b1f1e;--ink:#eceeec;--quiet:#a5aeab;--line:#323836;--field:#131615;--field-line:#79837f;--accent:#67cdb9;--on-accent:#06231e;--accent-soft:#17352f;--bad:#ff9d92;--bad-soft:#3b1d1a;--warn:#f0c26a;--warn-soft:#352a12;--good:#86d6a0;--good-soft:#16301f}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.5 ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
a{color:var(--accent);text-underline-offset:3px}
h1,h2,h3,p{margin:0}
h1{font-size:1.125rem;font-weight:600}
h2{font-size:1rem;font-weight:600}
code,.mono{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.875em}
.quiet{color:var(--quiet)}
.small{font-size:.875rem}
.number{font-variant-numeric:tabular-nums}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.testbar{background:var(--warn-soft);color:var(--warn);text-align:center;padding:.375rem 1rem;font-size:.875rem}
.checkout{display:grid;gap:2rem;max-width:62rem;margin:0 auto;padding:2rem 1.25rem 4rem}
@media(min-width:52rem){.checkout{grid-template-columns:minmax(0,5fr) minmax(0,6fr);gap:4rem;padding-top:4rem}.summary{position:sticky;top:4rem;align-self:start}}
.summary{display:grid;gap:1.5rem}
.total{font-size:2.25rem;font-weight:600;letter-spacing:-.02em;line-height:1.15}
.lines{list-style:none;margin:0;padding:0;display:grid;gap:1rem}
.lines li,.sum{display:flex;justify-content:space-between;gap:1.5rem}
.sum{border-top:1px solid var(--line);padding-top:1rem;font-weight:600}
.panel{background:var(--card);border:1px solid var(--line);border-radius:.75rem;padding:1.5rem}
form.pay{display:grid;gap:1.25rem}
fieldset{border:0;margin:0;padding:0;display:grid;gap:.75rem;min-width:0}
legend{font-weight:600;padding:0;margin-bottom:.5rem}
label,.label{display:block;font-size:.875rem;font-weight:500;margin-bottom:.25rem}
input[type=text],input[type=email],select{width:100%;min-height:2.75rem;padding:.5rem .75rem;border:1px solid var(--field-line);border-radius:.5rem;background:var(--field);color:inherit;font:inherit}
input[aria-invalid=true]{border-color:var(--bad)}
.pair{align-items:end;display:grid;grid-template-columns:1fr 1fr;gap:.75rem}
.choice{display:flex;align-items:center;gap:.75rem;border:1px solid var(--line);border-radius:.5rem;padding:.75rem;margin:0;font-weight:500;font-size:1rem;cursor:pointer}
.choice:has(:checked){border-color:var(--accent);background:var(--accent-soft)}
.choice input{accent-color:var(--accent);width:1.125rem;height:1.125rem;margin:0}
form.pay:has(#method-bank:checked) .by-card,form.pay:has(#method-card:checked) .by-bank{display:none}
.by-bank .small{margin-top:.5rem}
.error{color:var(--bad);font-size:.875rem;margin-top:.25rem}
.panel>.notice{margin-bottom:1.25rem}
.notice{border-radius:.5rem;padding:.75rem 1rem;background:var(--accent-soft)}
.notice.bad{background:var(--bad-soft);color:var(--bad)}
.notice.good{background:var(--good-soft);color:var(--good)}
button,.button{font:inherit;font-weight:600;border:1px solid transparent;border-radius:.5rem;min-height:2.75rem;padding:.5rem 1rem;background:var(--accent);color:var(--on-accent);cursor:pointer;text-decoration:none;display:inline-block;text-align:center}
button.plain,.button.plain{background:transparent;color:var(--ink);border-color:var(--field-line)}
button:disabled{opacity:.6;cursor:progress}
button.wide{width:100%;min-height:3rem}
form.pay+details{margin-top:1.25rem}
details summary{cursor:pointer;font-weight:500}
table{border-collapse:collapse;width:100%;font-size:.875rem}
.mono,td.number{white-space:nowrap}
th,td{text-align:left;padding:.5rem .75rem .5rem 0;border-top:1px solid var(--line);vertical-align:top}
th{font-weight:500;color:var(--quiet);border-top:0;white-space:nowrap}
td button.link{min-height:1.5rem;padding:0;background:none;color:var(--accent);text-decoration:underline;text-underline-offset:3px;font-weight:500}
.portal{max-width:46rem;margin:0 auto;padding:2rem 1.25rem 4rem;display:grid;grid-template-columns:minmax(0,1fr);gap:1.5rem}
.portal h1{font-size:1.5rem;letter-spacing:-.01em}
.portal h2{margin-bottom:.75rem}
.portal h3{margin:0;font-size:1rem;font-weight:600}
.portal header,.plan{display:grid;gap:.5rem}
.plan+.plan{border-top:1px solid var(--line);margin-top:1.25rem;padding-top:1.25rem}
.plan form.pay{margin:.75rem 0}
.portal .panel>p+form{margin-top:1rem}
.portal td{white-space:nowrap}
.capital{text-transform:capitalize}
.narrow{max-width:30rem;margin:0 auto;padding:3rem 1.25rem;display:grid;gap:1.25rem}
.actions{display:flex;flex-wrap:wrap;gap:.75rem;align-items:center}
.dashboard{max-width:80rem;margin:0 auto;padding:1.5rem 1.25rem 4rem;display:grid;grid-template-columns:minmax(0,1fr);gap:1.5rem}
.dashboard header>*{min-width:0;overflow-wrap:anywhere}
.dashboard header{display:flex;flex-wrap:wrap;gap:1rem;justify-content:space-between;align-items:end}
.dashboard h1{font-size:1.5rem;letter-spacing:-.01em}
.dashboard h2{margin-bottom:.75rem}
.dashboard button,.dashboard select,.dashboard input[type=text]{min-height:2rem;padding:.25rem .625rem;font-size:.875rem;font-weight:500}
.dashboard td input[type=text]{width:6rem}
.dashboard td select{width:auto}
.scroll{overflow-x:auto}
.dashboard .scroll table{min-width:44rem}
.badge{display:inline-block;border-radius:1rem;padding:.0625rem .625rem;font-size:.8125rem;font-weight:500;background:var(--accent-soft);white-space:nowrap}
.badge.good{background:var(--good-soft);color:var(--good)}
.badge.bad{background:var(--bad-soft);color:var(--bad)}
.badge.warn{background:var(--warn-soft);color:var(--warn)}
.inline{display:inline-flex;gap:.375rem;align-items:center;margin:0 .375rem .25rem 0}
.visually-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media(forced-colors:active){button,.badge{border:1px solid}}
`
