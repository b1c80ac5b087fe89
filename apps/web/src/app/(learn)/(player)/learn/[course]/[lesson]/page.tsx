import type { Metadata } from 'next'
import { loadFormats, loadLesson, loadReview, recordOpening } from '@/features/learning/loaders'
import { LessonPlayer } from '@/features/learning/player/lesson-player'

/** Made for each request, complete without JavaScript. */
export const instant = false

type Props = {
  params: Promise<{ course: string; lesson: string }>
  searchParams: Promise<{ attempt?: string; retake?: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course, lesson } = await params
  const { page } = await loadLesson(course, lesson)
  return {
    title: `${page.lesson.title} · ${page.place.offering.title}`,
    robots: { index: false },
  }
}

export default async function LessonPage({ params, searchParams }: Props) {
  const { course, lesson } = await params
  const { page, userId } = await loadLesson(course, lesson)
  const review = await loadReview(page, await searchParams)
  await recordOpening(page)
  return <LessonPlayer page={page} userId={userId} review={review} formats={await loadFormats()} />
}
