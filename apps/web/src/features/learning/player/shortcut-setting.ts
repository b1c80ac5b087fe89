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

/** Whether a key goes into a field, so that it is no shortcut. */
export const isTyping = (event: KeyboardEvent): boolean =>
  event.target instanceof HTMLElement &&
  event.target.closest('input, textarea, select, [contenteditable="true"], [role="dialog"]') !==
    null
