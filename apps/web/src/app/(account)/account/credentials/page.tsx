import { EmptyState } from '@archway/ui/empty-state'
import { LinkButton } from '@archway/ui/link-button'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { requireMember } from '@/auth/actor'
import { AccountPage } from '@/features/accounts/account-page'
import { ClaimCard } from '@/features/credentials/claim-card'
import { HeldCredential } from '@/features/credentials/held-credential'
import { NameChange } from '@/features/credentials/name-change'
import { formatsFor } from '@/lib/formats'
import { MessagesFor } from '@/lib/messages-for'
import { walletPath } from '@/lib/paths'
import { api } from '@/lib/trpc-server'

/** Made for each request, complete without JavaScript. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('credentials.mine'))('title'), robots: { index: false } }
}

/** What one has earned, and what is completed without a certificate yet. */
export default async function CredentialsPage() {
  const member = await requireMember('/account/credentials')
  const mine = await (await api()).credentials.mine()
  const t = await getTranslations('credentials')
  const formats = formatsFor(member)
  const isEmpty = mine.credentials.length === 0 && mine.claimable.length === 0
  return (
    <AccountPage current="credentials" title={t('mine.title')} description={t('mine.description')}>
      <MessagesFor namespaces={['credentials']}>
        <div className="grid gap-12">
          {isEmpty ? (
            <EmptyState
              title={t('mine.empty')}
              description={t('mine.emptyText')}
              actions={
                <LinkButton href="/learning" linkComponent={Link} variant="secondary">
                  {t('mine.browse')}
                </LinkButton>
              }
            />
          ) : null}
          {mine.claimable.length > 0 ? (
            <section className="grid gap-4" aria-labelledby="waiting">
              <h2 id="waiting" className="font-semibold text-lg">
                {t('mine.waiting')}
              </h2>
              {mine.claimable.map((claim) => (
                <ClaimCard
                  key={claim.enrolmentId}
                  title={claim.title}
                  enrolmentId={claim.enrolmentId}
                  suggestedName={mine.suggestedName}
                  confirmedName={mine.confirmedName}
                />
              ))}
            </section>
          ) : null}
          {mine.credentials.length > 0 ? (
            <section className="grid gap-4" aria-labelledby="held">
              <h2 id="held" className="font-semibold text-lg">
                {t('mine.held')}
              </h2>
              <ul className="grid gap-5">
                {mine.credentials.map((credential) => (
                  <li key={credential.id} className="min-w-0">
                    <HeldCredential credential={credential} formats={formats} />
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
          <p>
            <Link href={walletPath} className="text-link">
              {t('mine.toWallet')}
            </Link>
          </p>
          {mine.confirmedName ? (
            <NameChange
              confirmedName={mine.confirmedName}
              nameChange={mine.nameChange}
              formats={formats}
            />
          ) : null}
        </div>
      </MessagesFor>
    </AccountPage>
  )
}
