import { Button } from '@archway/ui/button'
import { Container } from '@archway/ui/container'
import { NavTabs } from '@archway/ui/nav-tabs'
import { PageHeader } from '@archway/ui/page-header'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { MessagesFor } from '@/lib/messages-for'
import { leave } from './actions'

const tabs = [
  { key: 'profile', href: '/account' },
  { key: 'security', href: '/account/security' },
  { key: 'credentials', href: '/account/credentials' },
  { key: 'exams', href: '/account/exams' },
  { key: 'orders', href: '/account/orders' },
  { key: 'teams', href: '/account/teams' },
  { key: 'membership', href: '/account/membership' },
  { key: 'billing', href: '/account/billing' },
] as const

/** The frame of the account pages: title, tabs, sign out. */
export async function AccountPage({
  current,
  title,
  description,
  children,
}: {
  current: (typeof tabs)[number]['key']
  title: string
  description?: string
  children: ReactNode
}) {
  const t = await getTranslations('accounts.account')
  return (
    <Container size="content" className="py-10 sm:py-14">
      <PageHeader
        title={title}
        description={description}
        actions={
          <form action={leave} className="print:hidden">
            <Button type="submit" variant="secondary" size="sm">
              {t('signOut')}
            </Button>
          </form>
        }
      />
      <NavTabs
        className="mt-8 print:hidden"
        label={t('tabs.label')}
        linkComponent={Link}
        items={tabs.map(({ key, href }) => ({
          href,
          label: t(`tabs.${key}`),
          current: key === current,
        }))}
      />
      <div className="mt-10">
        <MessagesFor namespaces={['accounts']}>{children}</MessagesFor>
      </div>
    </Container>
  )
}
