'use client'

import { CopyButton } from '@archway/ui/copy-button'
import { Input } from '@archway/ui/input'

/** A link that was just made, to be copied: it is kept nowhere. */
export function MadeLink({
  url,
  labels,
}: {
  url: string
  labels: { link: string; copy: string; copied: string }
}) {
  return (
    <div className="flex items-center gap-2">
      <Input
        readOnly
        value={url}
        aria-label={labels.link}
        onFocus={(event) => event.currentTarget.select()}
        className="min-w-0 flex-1"
      />
      <CopyButton text={url} type="button" labels={labels} />
    </div>
  )
}
