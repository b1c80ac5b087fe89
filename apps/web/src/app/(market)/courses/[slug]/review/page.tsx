import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireMember } from '@/auth/actor'
import { loadOffering } from '@/features/catalog/loaders'
import { ReviewPage } from '@/features/reviews/review-page'
import { reviewPath } from '@/features/reviews/review-path'
import { api } from '@/lib/trpc-server'

/** Made for each request: it shows what this reader has written. */
export const instant = false

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const loaded = await loadOffering((await params).slug)
  return { title: loaded?.offering.title, robots: { index: false } }
}

export default async function CourseReviewPage({ params }: Props) {
  const { slug } = await params
  await requireMember(reviewPath(slug))
  const loaded = await loadOffering(slug)
  if (loaded?.offering.kind !== 'course' || loaded.offering.origin !== 'own') notFound()
  const { id, title } = loaded.offering
  const mine = await (await api()).reviews.mine({ offeringId: id })
  return <ReviewPage course={{ id, slug, title }} mine={mine} />
}
