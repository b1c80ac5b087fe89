import type { Tx } from '../client'
import type { LoadedCatalogue } from './load-catalogue'
import type { SeedOptions } from './options'
import type { Content } from './read-content'

/**
 * Publishes the own offerings that are ready, as staff would be held to: a course needs its lessons, a
 * program needs every course published. What is not ready stays a draft and is reported.
 */
export async function publishOwnOfferings(
  tx: Tx,
  content: Content,
  catalogue: LoadedCatalogue,
  options: SeedOptions,
): Promise<void> {
  const own = content.offerings.filter(
    (offering) => offering.origin === 'own' && offering.status === 'published',
  )
  const taught = new Set(content.courses.map(({ content: course }) => course.offering))
  const isTaught = (slug: string) => taught.has(slug)
  const ready = own.filter((offering) =>
    offering.kind === 'program'
      ? offering.programCourses.length > 0 && offering.programCourses.every(isTaught)
      : offering.kind === 'certification' || isTaught(offering.slug),
  )
  for (const offering of own.filter((candidate) => !ready.includes(candidate))) {
    options.onWarning?.(
      `offering ${offering.slug}: its content is not complete, so it stays a draft`,
    )
  }
  await tx.offering.updateMany({
    where: {
      id: {
        in: catalogue.offerings.ids(
          'own offerings',
          ready.map((offering) => offering.slug),
        ),
      },
    },
    data: { status: 'published', publishedAt: options.now },
  })
}
