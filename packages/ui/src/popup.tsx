/** Look of everything that floats over the page: menus, popovers, lists. */
export const popupClasses =
  'z-50 max-h-[min(28rem,var(--radix-popper-available-height,28rem))] rounded-lg border border-border bg-surface-raised text-foreground shadow-lg data-[state=closed]:animate-pop-out data-[state=open]:animate-pop-in focus:outline-none'

/** Look of one choice inside a popup; Radix marks the active one with data-highlighted. */
export const menuItemClasses =
  'relative flex min-h-9 cursor-pointer select-none items-center gap-2 rounded-md px-2 py-1.5 text-sm outline-none data-disabled:pointer-events-none data-highlighted:bg-muted data-disabled:opacity-50 pointer-coarse:min-h-11 [&>svg]:size-4 [&>svg]:text-muted-foreground'
