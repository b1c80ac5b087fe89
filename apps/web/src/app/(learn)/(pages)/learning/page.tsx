import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { loadFormats, loadMyLearning } from '@/features/learning/loaders'
import { MyLearningPage } from '@/features/learning/mine/my-learning-page'

/** Made for each request, complete without JavaScript. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('learning')
  return { title: t('title'), description: t('description'), robots: { index: false } }
}

export default async function LearningPage() {
  const { mine, userId } = await loadMyLearning()
  return <MyLearningPage mine={mine} userId={userId} formats={await loadFormats()} />
}
