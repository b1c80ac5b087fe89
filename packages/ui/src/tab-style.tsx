/** The row under which tabs (buttons or links) sit; it scrolls sideways on phones. */
export const tabListClasses =
  'flex gap-5 overflow-x-auto overflow-y-hidden border-border border-b [scrollbar-width:none] print:hidden'

/** One tab. Active by Radix's data-state or by aria-current on a link. */
export const tabClasses =
  'relative -mb-px inline-flex h-11 shrink-0 items-center gap-2 whitespace-nowrap border-transparent border-b-2 font-medium text-muted-foreground text-sm transition-colors hover:text-foreground focus-visible:rounded-sm focus-visible:outline-offset-[-2px] disabled:pointer-events-none disabled:opacity-50 data-[state=active]:border-accent data-[state=active]:text-foreground aria-[current=page]:border-accent aria-[current=page]:text-foreground aria-[current=page]:[scroll-initial-target:nearest]'
