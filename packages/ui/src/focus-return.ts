import { useRef } from 'react'

type FocusReturn = {
  onOpenAutoFocus: (event: Event) => void
  onCloseAutoFocus: (event: Event) => void
}

/**
 * Gives the keyboard back to what had it before a dialog opened. Radix does so only for a trigger inside
 * the dialog's root; one that is opened by state would leave people at the top of the page. Handlers of
 * the caller run first and may prevent it.
 */
export function useFocusReturn(own: Partial<FocusReturn> = {}): FocusReturn {
  const before = useRef<Element | null>(null)
  return {
    onOpenAutoFocus: (event) => {
      before.current = document.activeElement
      own.onOpenAutoFocus?.(event)
    },
    onCloseAutoFocus: (event) => {
      own.onCloseAutoFocus?.(event)
      const target = before.current
      const isThere =
        target instanceof HTMLElement && target.isConnected && target !== document.body
      if (event.defaultPrevented || !isThere) return
      event.preventDefault()
      target.focus()
    },
  }
}
