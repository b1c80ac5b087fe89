const storageKey = 'archway-shortcuts'

/**
 * Whether single keys act as shortcuts in this browser. They can be turned off, because they get in
 * the way of speech input and some screen readers (WCAG 2.2, 2.1.4).
 */
export const shortcutsEnabled = (): boolean => localStorage.getItem(storageKey) !== 'off'

export const setShortcutsEnabled = (isEnabled: boolean): void => {
  if (isEnabled) localStorage.removeItem(storageKey)
  else localStorage.setItem(storageKey, 'off')
}

const fields = 'input, textarea, select, [contenteditable="true"], [role="dialog"]'
const controls = `a, button, summary, ${fields}`

const isInside = (event: KeyboardEvent, selector: string): boolean =>
  event.target instanceof Element && event.target.closest(selector) !== null

/** Whether a key may act as a shortcut: not with a modifier, not while something is typed. */
export const isShortcut = (event: KeyboardEvent): boolean =>
  !event.ctrlKey &&
  !event.metaKey &&
  !event.altKey &&
  !isInside(event, fields) &&
  shortcutsEnabled()

/** The same for keys that work controls as well (space, arrows): not while one has the focus. */
export const isFreeKey = (event: KeyboardEvent): boolean =>
  isShortcut(event) && !isInside(event, controls)
