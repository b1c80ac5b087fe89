'use client'

import { cn } from '@archway/ui/cn'
import Link from 'next/link'
import { usePathname } from 'next/navigation'

/** The dashboard's pages; the one that is open is marked. */
export function AdminSidebar({
  label,
  items,
  className,
}: {
  label: string
  items: { href: string; label: string }[]
  className?: string
}) {
  const path = usePathname()
  const isCurrent = (href: string) =>
    href === '/admin' ? path === href : path === href || path.startsWith(`${href}/`)
  return (
    <nav aria-label={label} className={className}>
      <ul className="grid gap-0.5">
        {items.map((item) => (
          <li key={item.href}>
            <Link
              href={item.href}
              prefetch={false}
              aria-current={isCurrent(item.href) ? 'page' : undefined}
              className={cn(
                'block rounded-md px-3 py-2 text-sm no-underline pointer-coarse:py-3',
                isCurrent(item.href)
                  ? 'bg-accent-muted font-medium text-accent-muted-foreground'
                  : 'text-muted-foreground hover:bg-muted hover:text-foreground',
              )}
            >
              {item.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
