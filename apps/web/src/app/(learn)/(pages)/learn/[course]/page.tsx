import type { Metadata } from 'next'
import { CourseCredential } from '@/features/credentials/course-credential'
import { CourseHomePage } from '@/features/learning/home/course-home-page'
import { loadCourseHome, loadFormats } from '@/features/learning/loaders'

/** Made for each request, complete without JavaScript. */
export const instant = false

type Props = { params: Promise<{ course: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { home } = await loadCourseHome((await params).course)
  return { title: home.offering.title, robots: { index: false } }
}

export default async function CoursePage({ params }: Props) {
  const { home, userId } = await loadCourseHome((await params).course)
  return (
    <CourseHomePage
      home={home}
      userId={userId}
      formats={await loadFormats()}
      credential={
        home.completedAt === null ? null : <CourseCredential enrolmentId={home.enrolmentId} />
      }
    />
  )
}
