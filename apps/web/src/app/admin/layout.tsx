import { can } from '@archway/api/shared/permissions'
import { SkipLink } from '@archway/ui/skip-link'
import { ThemeToggle } from '@archway/ui/theme-toggle'
import { Toaster } from '@archway/ui/toast'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { adminActions, adminNav } from '@/features/admin/nav'
import { requireStaffOrProvider } from '@/features/admin/require-staff'
import { AccountMenu } from '@/features/admin/shell/account-menu'
import { AdminPalette } from '@/features/admin/shell/admin-palette'
import { AdminSidebar } from '@/features/admin/shell/admin-sidebar'
import { PhoneMenu } from '@/features/admin/shell/phone-menu'
import { BrandMark } from '@/features/shell/brand-mark'
import { MessagesFor } from '@/lib/messages-for'

/** Made for each request: the dashboard is for staff, and its offerings for members of providers too. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin')
  return {
    title: { default: t('title'), template: `%s · ${t('title')}` },
    robots: { index: false },
  }
}

/** Pages that members of providers have, too, for what is theirs. */
const ofProviders: readonly string[] = ['offerings', 'earnings', 'payouts']

const searchable = ['offerings', 'orders', 'people', 'providers'] as const

export default async function AdminLayout({ children }: { children: ReactNode }) {
  const member = await requireStaffOrProvider('dashboard.view', '/admin')
  const isProvider = member.providerIds.length > 0
  const t = await getTranslations('admin')
  const common = await getTranslations('common')
  const pages = adminNav
    .filter(({ key, action }) => can(member, action) || (isProvider && ofProviders.includes(key)))
    .map(({ key, group, href }) => ({ key, group, href, label: t(`nav.${key}`) }))
  const searches = searchable.flatMap((key) => {
    // The palette's search reads everybody's entries.
    const page = can(member, 'dashboard.view') ? pages.find((one) => one.key === key) : null
    return page ? { key, href: page.href, label: page.label } : []
  })
  const actions = adminActions
    .filter(({ key, action }) => can(member, action) || (isProvider && key === 'newOffering'))
    .map(({ key, href }) => ({ href, label: t(`palette.action.${key}`) }))
  return (
    <MessagesFor namespaces={['admin']}>
      <SkipLink>{common('skipToContent')}</SkipLink>
      <div className="min-h-dvh lg:grid lg:grid-cols-[14.5rem_1fr]">
        <aside className="hidden border-border border-e bg-surface lg:block print:hidden">
          <div className="sticky top-0 flex h-dvh flex-col gap-5 p-3">
            <Link
              href="/admin"
              className="flex h-10 items-center gap-2.5 px-3 font-semibold no-underline"
            >
              <BrandMark className="size-5" />
              {common('brand')}
            </Link>
            <AdminSidebar items={pages} className="flex-1 overflow-y-auto" />
            <ThemeToggle
              className="self-start"
              labels={{
                group: common('theme.group'),
                light: common('theme.light'),
                dark: common('theme.dark'),
                system: common('theme.system'),
              }}
            />
          </div>
        </aside>
        <div className="min-w-0">
          <header className="flex h-16 items-center gap-3 border-border border-b bg-background px-4 sm:px-8 print:hidden">
            <PhoneMenu items={pages} />
            <AdminPalette pages={pages} actions={actions} searches={searches} />
            <div className="ms-auto">
              <AccountMenu name={member.name ?? member.email} email={member.email} />
            </div>
          </header>
          <main id="main" tabIndex={-1} className="overflow-x-clip px-4 py-8 outline-none sm:px-8">
            {children}
          </main>
        </div>
      </div>
      <Toaster labels={{ region: t('notifications'), close: common('actions.close') }} />
    </MessagesFor>
  )
}
