import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireMember } from '@/auth/actor'
import { AccountPage } from '@/features/accounts/account-page'
import { HeldForm, RemoveForm } from '@/features/wallet/held-form'
import { MessagesFor } from '@/lib/messages-for'
import { heldPath, walletPath } from '@/lib/paths'
import { api } from '@/lib/trpc-server'

/** Made for each request, complete without JavaScript. */
export const instant = false

type Props = { params: Promise<{ heldId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('wallet'))('form.title'), robots: { index: false } }
}

/** A certificate of another body: a new one, or one that was told before. */
export default async function HeldPage({ params }: Props) {
  const { heldId } = await params
  await requireMember(heldPath(heldId))
  const { entries, choices } = await (await api()).wallet.mine()
  const entry = entries.find(({ id, kind }) => kind === 'told' && id === heldId) ?? null
  if (!entry && heldId !== 'new') notFound()
  const t = await getTranslations('wallet')
  return (
    <AccountPage
      current="credentials"
      title={t(entry ? 'form.editTitle' : 'form.title')}
      description={t('form.description')}
    >
      <MessagesFor namespaces={['wallet']}>
        <div className="grid max-w-2xl gap-8">
          <HeldForm id={entry?.id ?? randomUUID()} choices={choices} entry={entry} />
          {entry ? <RemoveForm id={entry.id} title={entry.title} /> : null}
          <Link href={walletPath} className="justify-self-start text-link">
            {t('form.back')}
          </Link>
        </div>
      </MessagesFor>
    </AccountPage>
  )
}
