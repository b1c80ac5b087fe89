import { can } from '@archway/api/shared/permissions'
import { SkipLink } from '@archway/ui/skip-link'
import { ThemeToggle } from '@archway/ui/theme-toggle'
import { Toaster } from '@archway/ui/toast'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { AdminPalette } from '@/features/admin/admin-palette'
import { AdminSidebar } from '@/features/admin/admin-sidebar'
import { adminNav } from '@/features/admin/nav'
import { requireStaff } from '@/features/admin/require-staff'
import { BrandMark } from '@/features/shell/brand-mark'
import { MessagesFor } from '@/lib/messages-for'

/** Made for each request: every page of the dashboard is staff's alone. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin')
  return {
    title: { default: t('title'), template: `%s · ${t('title')}` },
    robots: { index: false },
  }
}

const searchable = ['offerings', 'orders', 'people', 'enrolments', 'providers'] as const

export default async function AdminLayout({ children }: { children: ReactNode }) {
  const member = await requireStaff('dashboard.view', '/admin')
  const t = await getTranslations('admin')
  const common = await getTranslations('common')
  const pages = adminNav
    .filter(({ action }) => can(member, action))
    .map(({ key, href }) => ({ key, href, label: t(`nav.${key}`) }))
  const searches = pages.filter(({ key }) => searchable.some((list) => list === key))
  return (
    <MessagesFor namespaces={['admin']}>
      <SkipLink>{common('skipToContent')}</SkipLink>
      <div className="min-h-dvh lg:grid lg:grid-cols-[14rem_1fr]">
        <aside className="hidden border-border border-e bg-surface lg:block print:hidden">
          <div className="sticky top-0 flex h-dvh flex-col gap-6 p-4">
            <Link
              href="/admin"
              className="flex items-center gap-2.5 px-3 py-1 font-semibold no-underline"
            >
              <BrandMark className="size-5" />
              {common('brand')}
            </Link>
            <AdminSidebar label={t('title')} items={pages} className="flex-1 overflow-y-auto" />
            <ThemeToggle
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
          <header className="flex h-14 items-center gap-3 border-border border-b bg-background px-4 sm:px-8 print:hidden">
            <details className="relative lg:hidden">
              <summary className="cursor-pointer list-none rounded-md border border-border px-3 py-2 text-sm [&::-webkit-details-marker]:hidden">
                {t('menu')}
              </summary>
              <AdminSidebar
                label={t('title')}
                items={pages}
                className="absolute z-40 mt-2 w-64 rounded-lg border border-border bg-surface-raised p-2 shadow-lg"
              />
            </details>
            <AdminPalette pages={pages} searches={searches} />
            <p className="ms-auto truncate text-muted-foreground text-sm max-sm:hidden">
              {member.email}
            </p>
            <Link href="/" className="text-sm max-sm:ms-auto">
              {t('toSite')}
            </Link>
          </header>
          <main id="main" tabIndex={-1} className="px-4 py-8 outline-none sm:px-8">
            {children}
          </main>
        </div>
      </div>
      <Toaster labels={{ region: t('notifications'), close: common('actions.close') }} />
    </MessagesFor>
  )
}
