'use client'

import { cn } from '@archway/ui/cn'
import {
  Accessibility,
  Award,
  BookCheck,
  BookOpen,
  Boxes,
  Building2,
  ChartColumn,
  Compass,
  FileStack,
  FileText,
  FileUp,
  Gavel,
  Gift,
  Globe,
  GraduationCap,
  HandCoins,
  Landmark,
  LayoutDashboard,
  LibraryBig,
  ListChecks,
  type LucideIcon,
  MessageSquareText,
  MessageSquareWarning,
  PencilRuler,
  Percent,
  ReceiptText,
  Repeat,
  Scale,
  ScrollText,
  ShieldQuestion,
  SlidersHorizontal,
  Ticket,
  TicketPercent,
  Users,
  UsersRound,
  Webhook,
} from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { AdminNavGroup, AdminNavItem, AdminPageKey } from '../nav'

const icons: Record<AdminPageKey, LucideIcon> = {
  overview: LayoutDashboard,
  offerings: BookOpen,
  bundles: Boxes,
  providers: Building2,
  guides: Compass,
  reviews: MessageSquareText,
  imports: FileUp,
  orders: ReceiptText,
  subscriptions: Repeat,
  schemes: BookCheck,
  seats: UsersRound,
  gifts: Gift,
  vouchers: Ticket,
  documents: FileText,
  priceRegions: Globe,
  tax: Percent,
  disputes: Gavel,
  earnings: HandCoins,
  payouts: Landmark,
  coupons: TicketPercent,
  people: Users,
  enrolments: GraduationCap,
  exams: PencilRuler,
  items: ListChecks,
  credentials: Award,
  examForms: FileStack,
  appeals: MessageSquareWarning,
  accommodations: Accessibility,
  examStatistics: ChartColumn,
  panels: SlidersHorizontal,
  cases: ShieldQuestion,
  money: Scale,
  ledger: LibraryBig,
  webhooks: Webhook,
  audit: ScrollText,
}
const groups: AdminNavGroup[] = [
  'start',
  'catalogue',
  'certification',
  'sales',
  'people',
  'finance',
  'records',
]

/** The dashboard's pages by group; the one that is open is marked. */
export function AdminSidebar({ items, className }: { items: AdminNavItem[]; className?: string }) {
  const t = useTranslations('admin')
  const path = usePathname()
  // Of pages below one another the innermost is the one that is open.
  const current = items
    .map(({ href }) => href)
    .filter((href) => path === href || (href !== '/admin' && path.startsWith(`${href}/`)))
    .reduce((longest, href) => (href.length > longest.length ? href : longest), '')
  const isCurrent = (href: string) => href === current
  return (
    <nav aria-label={t('title')} className={cn('grid content-start gap-5', className)}>
      {groups.map((group) => {
        const pages = items.filter((item) => item.group === group)
        if (pages.length === 0) return null
        return (
          <div key={group}>
            {group === 'start' ? null : (
              <p className="mb-1 px-3 font-medium text-muted-foreground text-xs">
                {t(`navGroup.${group}`)}
              </p>
            )}
            <ul className="grid gap-0.5">
              {pages.map((item) => {
                const Icon = icons[item.key]
                return (
                  <li key={item.href}>
                    <Link
                      href={item.href}
                      prefetch={false}
                      aria-current={isCurrent(item.href) ? 'page' : undefined}
                      className={cn(
                        'flex items-center gap-2.5 rounded-md px-3 py-1.5 text-sm no-underline transition-colors pointer-coarse:py-2.5',
                        isCurrent(item.href)
                          ? 'bg-accent-muted font-medium text-accent-muted-foreground'
                          : 'text-muted-foreground hover:bg-muted hover:text-foreground',
                      )}
                    >
                      <Icon aria-hidden="true" className="size-4 shrink-0" strokeWidth={1.75} />
                      {item.label}
                    </Link>
                  </li>
                )
              })}
            </ul>
          </div>
        )
      })}
    </nav>
  )
}
