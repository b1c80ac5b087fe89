import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AccessPage } from '@/features/learning/access/access-page'
import { loadAccess, loadFormats } from '@/features/learning/loaders'

/** Made for each request, complete without JavaScript. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('learning.access')
  return { title: t('page'), description: t('pageDescription'), robots: { index: false } }
}

export default async function LearningAccessPage() {
  return <AccessPage reasons={await loadAccess()} formats={await loadFormats()} />
}
