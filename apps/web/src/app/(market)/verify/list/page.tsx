import { Container } from '@archway/ui/container'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import { connection } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { VerifyListForm } from '@/features/credentials/verify-list-form'
import { MessagesFor } from '@/lib/messages-for'
import { absoluteUrl } from '@/lib/page-metadata'

/** Answers what was sent to it: made for each request. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  await connection()
  const t = await getTranslations('credentials.verifyList')
  return {
    title: t('title'),
    description: t('description'),
    alternates: { canonical: absoluteUrl('/verify/list') },
  }
}

/** Where an employer checks a whole list of credentials of this site, without an account. */
export default async function VerifyListPage() {
  await connection()
  const t = await getTranslations('credentials.verifyList')
  return (
    <Container size="page" className="py-10 sm:py-14">
      <PageHeader title={t('title')} description={t('description')} />
      <div className="mt-10">
        <MessagesFor namespaces={['credentials']}>
          <VerifyListForm />
        </MessagesFor>
      </div>
    </Container>
  )
}
