import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireMember } from '@/auth/actor'
import { resultPath } from '@/features/exams/paths'
import { ResultPage } from '@/features/exams/result/result-page'
import { formatsFor } from '@/lib/formats'
import { orNotFound } from '@/lib/or-not-found'
import { api } from '@/lib/trpc-server'

/** Made for each request: it changes when the result is out. */
export const instant = false

type Props = { params: Promise<{ attemptId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('exams.result')
  return { title: t('title'), robots: { index: false } }
}

export default async function SittingResultPage({ params }: Props) {
  const { attemptId } = await params
  const member = await requireMember(resultPath(attemptId))
  const result = await orNotFound((await api()).exams.result({ attemptId }))
  return <ResultPage result={result} formats={formatsFor(member)} />
}
