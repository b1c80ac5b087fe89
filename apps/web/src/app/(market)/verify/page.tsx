import { Container } from '@archway/ui/container'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import Link from 'next/link'
import { connection } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { VerifyForm } from '@/features/credentials/verify-form'
import { MessagesFor } from '@/lib/messages-for'
import { absoluteUrl } from '@/lib/page-metadata'

/** Answers what was sent to it: made for each request. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  await connection()
  const t = await getTranslations('credentials.verify')
  return {
    title: t('title'),
    description: t('description'),
    alternates: { canonical: absoluteUrl('/verify') },
  }
}

/** Where anybody checks a credential that somebody gave them, without an account. */
export default async function VerifyPage() {
  await connection()
  const t = await getTranslations('credentials.verify')
  return (
    <Container size="content" className="py-10 sm:py-14">
      <PageHeader title={t('title')} description={t('description')} />
      <div className="mt-10 max-w-2xl">
        <MessagesFor namespaces={['credentials']}>
          <VerifyForm />
        </MessagesFor>
        <p className="mt-10 text-sm">
          <Link href="/verify/list" className="text-link">
            {t('list')}
          </Link>
        </p>
      </div>
    </Container>
  )
}
