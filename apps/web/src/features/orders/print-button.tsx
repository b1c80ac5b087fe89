'use client'

import { Button } from '@archway/ui/button'

/** Prints the page. Without JavaScript the browser's own menu does. */
export function PrintButton({ label }: { label: string }) {
  return (
    <Button variant="secondary" size="sm" className="print:hidden" onClick={() => window.print()}>
      {label}
    </Button>
  )
}
