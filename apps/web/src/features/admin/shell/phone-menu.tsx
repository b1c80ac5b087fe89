'use client'

import { Icon } from '@archway/ui/icon'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { AdminNavItem } from '../nav'
import { AdminSidebar } from './admin-sidebar'

/** The sidebar of narrow screens: it unfolds without JavaScript, and folds when another page opens. */
export function PhoneMenu({ items }: { items: AdminNavItem[] }) {
  const t = useTranslations('admin')
  return (
    <details key={usePathname()} className="group relative lg:hidden">
      <summary className="grid size-10 cursor-pointer list-none place-items-center rounded-md border border-border hover:bg-muted pointer-coarse:size-11 [&::-webkit-details-marker]:hidden">
        <Icon name="menu" className="size-5 group-open:hidden" />
        <Icon name="x" className="hidden size-5 group-open:block" />
        <span className="sr-only">{t('menu')}</span>
      </summary>
      <AdminSidebar
        items={items}
        className="absolute start-0 z-40 mt-2 max-h-[calc(100dvh-5rem)] w-64 overflow-y-auto rounded-lg border border-border bg-surface-raised p-2 shadow-lg"
      />
    </details>
  )
}
