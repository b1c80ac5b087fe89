import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireMember } from '@/auth/actor'
import { examPath } from '@/features/exams/paths'
import { PreparationPage } from '@/features/exams/preparation/preparation-page'
import { formatsFor } from '@/lib/formats'
import { orNotFound } from '@/lib/or-not-found'
import { api } from '@/lib/trpc-server'

/** Made for each request: who asks decides what it says. */
export const instant = false

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('exams.prepare')
  return { title: t('eyebrow'), robots: { index: false } }
}

export default async function ExamPage({ params }: Props) {
  const { slug } = await params
  const member = await requireMember(examPath(slug))
  const preparation = await orNotFound((await api()).exams.prepare({ slug }))
  return <PreparationPage preparation={preparation} formats={formatsFor(member)} />
}
