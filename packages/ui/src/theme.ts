/** What a reader may choose; `system` follows the device. */
export type Theme = 'light' | 'dark' | 'system'

/** Name of the cookie and of the localStorage key that remember the choice. */
export const THEME_KEY = 'theme'

/** Reads a stored value; anything unknown means `system`. */
export function parseTheme(value: string | null | undefined): Theme {
  return value === 'light' || value === 'dark' ? value : 'system'
}

/**
 * Source of the inline script for the document's head. It sets `data-theme` before
 * the first paint, so a stored choice never flashes. Static text: allow it in a
 * content security policy by hash or nonce.
 */
export const themeScript = `try{var t=localStorage.getItem('${THEME_KEY}')||(document.cookie.match(/(?:^|; )${THEME_KEY}=(light|dark)/)||[])[1];if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch(e){}`

/** Applies a choice to the page and remembers it for a year. Browser only. */
export function applyTheme(theme: Theme): void {
  const root = document.documentElement
  if (theme === 'system') {
    delete root.dataset.theme
    localStorage.removeItem(THEME_KEY)
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers we support.
    document.cookie = `${THEME_KEY}=; path=/; max-age=0; samesite=lax`
  } else {
    root.dataset.theme = theme
    localStorage.setItem(THEME_KEY, theme)
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers we support.
    document.cookie = `${THEME_KEY}=${theme}; path=/; max-age=31536000; samesite=lax`
  }
  window.dispatchEvent(new Event('themechange'))
}
