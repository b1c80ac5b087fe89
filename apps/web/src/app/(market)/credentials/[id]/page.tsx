import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CredentialView } from '@/features/credentials/credential-view'
import { loadCredential, recordView } from '@/features/credentials/loaders'
import { formatsFor, siteReader } from '@/lib/formats'
import { pageMetadata } from '@/lib/page-metadata'

/** How a credential stands is read for each request, and never kept. */
export const instant = false

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { credential } = await loadCredential((await params).id)
  const t = await getTranslations('credentials.page')
  const { subjectName: name, achievement, issuer } = credential
  const title = achievement.content.name
  return {
    ...pageMetadata({
      title: name === null ? t('titleErased', { title }) : t('title', { name, title }),
      description: t('description', {
        title,
        name: name ?? '',
        issuer: issuer.name,
        date: formatsFor(siteReader).date(credential.validFrom),
      }),
      path: `/credentials/${credential.id}`,
      image: `/credentials/${credential.id}/share.png`,
    }),
    robots: { index: credential.visibility === 'listed' && credential.standing === 'valid' },
  }
}

/** A credential for whoever has its link: an employer, a verifier's program, the holder. */
export default async function CredentialPage({ params }: Props) {
  const { credential, now } = await loadCredential((await params).id)
  await recordView(credential.id)
  return <CredentialView credential={credential} now={now} formats={formatsFor(siteReader)} />
}
