import { createHash } from 'node:crypto'

/**
 * A comfort, not a need: the pages work without it. Disables a pay button once pressed and
 * copies a test card into the form. Coming back by the browser's history enables it again.
 */
export const SCRIPT = `
addEventListener('submit',e=>{const b=e.target.querySelector('button[data-once]');if(b&&!e.target.dataset.sent){e.target.dataset.sent='1';setTimeout(()=>{b.disabled=true;b.textContent=b.dataset.once},0)}else if(b)e.preventDefault()});
addEventListener('pageshow',()=>{for(const f of document.forms){delete f.dataset.sent;const b=f.querySelector('button[data-once]');if(b){b.disabled=false;b.textContent=b.dataset.label}}});
addEventListener('click',e=>{const n=e.target.closest&&e.target.closest('button[data-card]');if(!n)return;e.preventDefault();const v={card_number:n.dataset.card,expiry:'12 / 34',cvc:n.dataset.cvc};for(const k in v){const i=document.querySelector('[name='+k+']');if(i)i.value=v[k]}const c=document.querySelector('#method-card');if(c)c.checked=true;document.querySelector('[name=card_number]').focus()});
for(const n of document.querySelectorAll('[data-needs-script]'))n.hidden=false;
`

/** Names the script in the content security policy, so that no other one can run. */
export const SCRIPT_HASH = `'sha256-${createHash('sha256').update(SCRIPT).digest('base64')}'`
