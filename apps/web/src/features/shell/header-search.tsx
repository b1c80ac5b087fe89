import { Icon } from '@archway/ui/icon'
import { Input } from '@archway/ui/input'

/** A plain form: leads to the catalogue with or without JavaScript. */
export function HeaderSearch({ label, className }: { label: string; className?: string }) {
  return (
    <search className={className}>
      <form action="/catalogue" className="relative">
        <Icon
          name="search"
          className="pointer-events-none absolute start-3 top-1/2 size-4 -translate-y-1/2 text-muted-foreground"
        />
        <Input type="search" name="q" aria-label={label} placeholder={label} className="ps-9" />
      </form>
    </search>
  )
}
