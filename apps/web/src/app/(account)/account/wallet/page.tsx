import { dayOf } from '@archway/api/schemes/rules/calendar'
import { EmptyState } from '@archway/ui/empty-state'
import { LinkButton } from '@archway/ui/link-button'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { requireMember } from '@/auth/actor'
import { AccountPage } from '@/features/accounts/account-page'
import { FeedForms } from '@/features/wallet/feed-forms'
import { RenewalList } from '@/features/wallet/renewal-list'
import { WalletList } from '@/features/wallet/wallet-list'
import { deps } from '@/lib/deps'
import { formatsFor } from '@/lib/formats'
import { MessagesFor } from '@/lib/messages-for'
import { heldPath, walletPath } from '@/lib/paths'
import { api } from '@/lib/trpc-server'

/** Made for each request, complete without JavaScript. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('wallet'))('title'), robots: { index: false } }
}

function Part({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  return (
    <section className="grid gap-4">
      <div className="grid gap-1">
        <h2 className="font-semibold text-lg">{title}</h2>
        {text ? <p className="max-w-prose text-muted-foreground text-sm">{text}</p> : null}
      </div>
      {children}
    </section>
  )
}

/** Certificates of ours and of others, and one calendar of their renewals. */
export default async function WalletPage() {
  const member = await requireMember(walletPath)
  const { entries, calendar, feedSince } = await (await api()).wallet.mine()
  const t = await getTranslations('wallet')
  const formats = formatsFor(member)
  const add = (
    <LinkButton
      href={heldPath('new')}
      linkComponent={Link}
      variant="secondary"
      className="justify-self-start"
    >
      {t('add')}
    </LinkButton>
  )
  return (
    <AccountPage current="credentials" title={t('title')} description={t('description')}>
      <MessagesFor namespaces={['wallet']}>
        <div className="grid gap-12">
          {entries.length === 0 ? (
            <EmptyState title={t('empty')} description={t('emptyText')} actions={add} />
          ) : (
            <>
              <Part title={t('calendar.title')} text={t('calendar.text')}>
                {calendar.length === 0 ? (
                  <p className="text-muted-foreground">{t('calendar.none')}</p>
                ) : (
                  <RenewalList events={calendar} formats={formats} />
                )}
              </Part>
              <Part title={t('list.title')}>
                <WalletList entries={entries} formats={formats} today={dayOf(deps().clock.now())} />
                {add}
              </Part>
            </>
          )}
          <Part title={t('feed.title')} text={t('feed.text')}>
            <div className="max-w-xl">
              {feedSince ? (
                <p className="mb-4 text-sm">{t('feed.since', { date: formats.date(feedSince) })}</p>
              ) : null}
              <FeedForms isOn={feedSince !== null} />
            </div>
          </Part>
        </div>
      </MessagesFor>
    </AccountPage>
  )
}
