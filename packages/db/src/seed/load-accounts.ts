import type { Tx } from '../client'
import type { StaffRole } from '../generated/enums'
import type { LoadedCatalogue } from './load-catalogue'
import { DEMO_PASSWORD, type SeedOptions } from './options'

/** The accounts that every demo has: shown at the end of `npm start`. */
export const demoLogins: {
  email: string
  name: string
  role: StaffRole | 'learner' | 'provider'
}[] = [
  { email: 'learner@archway.test', name: 'Lena Learner', role: 'learner' },
  { email: 'provider@archway.test', name: 'Pavel Provider', role: 'provider' },
  { email: 'support@archway.test', name: 'Sam Support', role: 'support' },
  { email: 'finance@archway.test', name: 'Fiona Finance', role: 'finance' },
  { email: 'editor@archway.test', name: 'Edda Editor', role: 'catalog_editor' },
  { email: 'exams@archway.test', name: 'Emil Exams', role: 'exam_board' },
  { email: 'admin@archway.test', name: 'Ada Admin', role: 'admin' },
]

/** Who has enrolled and reviewed in the demo. Their names say what they are. */
const demoLearners = ['one', 'two', 'three'].map((word) => ({
  email: `demo-${word}@archway.test`,
  name: `Demo learner ${word}`,
}))

const demoReviews = [
  {
    rating: 5,
    title: 'Sample review',
    body: 'Written by a demo account, to show how a review looks.',
  },
  {
    rating: 4,
    title: 'Another sample review',
    body: 'Also written by a demo account. Reviews by people who took part look like this.',
  },
]

/** Creates the demo accounts. All share one password, hashed once. */
export async function loadAccounts(
  tx: Tx,
  catalogue: LoadedCatalogue,
  options: SeedOptions,
): Promise<void> {
  const passwordHash = await options.hashPassword(DEMO_PASSWORD)
  const users = await tx.user.createManyAndReturn({
    data: [...demoLogins, ...demoLearners].map(({ email, name }) => ({
      email,
      name,
      emailVerified: options.now,
      passwordHash,
      passwordSetAt: options.now,
      createdAt: options.now,
    })),
    select: { id: true, email: true },
  })
  const ids = new Map(users.map((user) => [user.email, user.id]))
  await tx.roleAssignment.createMany({
    data: demoLogins.flatMap(({ email, role }) =>
      role === 'learner' || role === 'provider' ? [] : [{ userId: ids.get(email) ?? '', role }],
    ),
  })
  const providerId = catalogue.providerId('archway-academy')
  if (providerId !== null) {
    await tx.providerMember.create({
      data: { providerId, userId: ids.get('provider@archway.test') ?? '', role: 'owner' },
    })
  }
  await enrolInFreeCourse(
    tx,
    ['learner@archway.test', ...demoLearners.map(({ email }) => email)].map(
      (email) => ids.get(email) ?? '',
    ),
    demoLearners.map(({ email }) => ids.get(email) ?? ''),
    options,
  )
}

/** Everybody takes the free course; two of the demo learners have said what they think of it. */
async function enrolInFreeCourse(
  tx: Tx,
  learnerIds: string[],
  reviewerIds: string[],
  options: SeedOptions,
): Promise<void> {
  const course = await tx.offering.findFirst({
    where: {
      origin: 'own',
      kind: 'course',
      status: 'published',
      currentRevisionId: { not: null },
      prices: { some: { amountMinor: 0, validTo: null } },
    },
    orderBy: { slug: 'asc' },
    select: { id: true, currentRevisionId: true },
  })
  if (course === null) return
  const when = { startedAt: options.now, lastActivityAt: options.now }
  await tx.enrolment.createMany({
    data: learnerIds.map((userId) => ({
      userId,
      offeringId: course.id,
      revisionId: course.currentRevisionId,
      ...when,
    })),
  })
  await tx.accessGrant.createMany({
    data: learnerIds.map((userId) => ({
      userId,
      offeringId: course.id,
      sourceType: 'free' as const,
      // a free offering is its own cause, so enrolling again grants nothing new
      sourceId: course.id,
      startsAt: options.now,
    })),
  })
  const reviews = demoReviews.flatMap((review, index) => {
    const userId = reviewerIds[index]
    return userId === undefined ? [] : [{ ...review, userId, offeringId: course.id }]
  })
  await tx.review.createMany({
    data: reviews.map((review) => ({ ...review, createdAt: options.now })),
  })
  const sum = reviews.reduce((total, review) => total + review.rating, 0)
  await tx.offering.update({
    where: { id: course.id },
    data: {
      ratingCenti: Math.round((sum * 100) / reviews.length),
      ratingCount: reviews.length,
      ratingSource: 'own',
    },
  })
}
