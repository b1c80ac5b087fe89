import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn'
import type { LinkComponent } from './link-component'
import { tabClasses, tabListClasses } from './tab-style'

export type NavTab = { href: string; label: ReactNode; current?: boolean; count?: ReactNode }

export type NavTabsProps = Omit<ComponentProps<'nav'>, 'children'> & {
  /** Accessible name of the navigation. */
  label: string
  items: NavTab[]
  linkComponent?: LinkComponent
}

/** Tabs that are pages: ordinary links, so they work without JavaScript. */
export function NavTabs({
  label,
  items,
  linkComponent: Anchor = 'a',
  className,
  ...props
}: NavTabsProps) {
  return (
    <nav aria-label={label} className={className} {...props}>
      <ul className={tabListClasses}>
        {items.map((item) => (
          <li key={item.href} className="-mb-px flex shrink-0">
            <Anchor
              href={item.href}
              aria-current={item.current ? 'page' : undefined}
              className={cn(tabClasses, 'mb-0')}
            >
              {item.label}
              {item.count !== undefined ? (
                <span className="rounded-sm bg-muted px-1.5 text-muted-foreground text-xs tabular-nums">
                  {item.count}
                </span>
              ) : null}
            </Anchor>
          </li>
        ))}
      </ul>
    </nav>
  )
}
