import type { DbOrTx } from '@archway/db/client'
import type { Prisma } from '@archway/db/generated/client'
import type { Member } from '../shared/actor'
import { notFound } from '../shared/errors'
import { offsetOf, type Page } from '../shared/pagination'
import { canReview } from './policy'
import type { AdminReviewsInput, MyReview, OfferingReviews, OfferingReviewsInput } from './schema'

/** Published reviews of an offering, with how many there are of each rating. */
export async function listOfferingReviews(
  db: DbOrTx,
  input: OfferingReviewsInput,
): Promise<OfferingReviews> {
  const where = { offeringId: input.offeringId, status: 'published' as const }
  const order: Record<OfferingReviewsInput['sort'], Prisma.ReviewOrderByWithRelationInput[]> = {
    newest: [{ createdAt: 'desc' }],
    highest: [{ rating: 'desc' }, { createdAt: 'desc' }],
    lowest: [{ rating: 'asc' }, { createdAt: 'desc' }],
  }
  const [rows, groups] = await Promise.all([
    db.review.findMany({
      where,
      orderBy: [...order[input.sort], { id: 'asc' }],
      skip: offsetOf(input),
      take: input.pageSize,
      select: {
        id: true,
        rating: true,
        title: true,
        body: true,
        createdAt: true,
        updatedAt: true,
        user: {
          select: {
            name: true,
            enrolments: {
              where: { offeringId: input.offeringId },
              select: { completedAt: true },
            },
          },
        },
      },
    }),
    db.review.groupBy({ by: ['rating'], where, _count: true }),
  ])
  const counts = new Map(groups.map(({ rating, _count }) => [rating, _count]))
  return {
    rows: rows.map(({ user, ...review }) => ({
      ...review,
      authorName: user.name,
      hasCompleted: user.enrolments.some(({ completedAt }) => completedAt !== null),
    })),
    total: groups.reduce((sum, { _count }) => sum + _count, 0),
    page: input.page,
    pageSize: input.pageSize,
    distribution: [5, 4, 3, 2, 1].map((rating) => ({ rating, count: counts.get(rating) ?? 0 })),
  }
}

/** The person's own review of an offering, and why they cannot post one if they cannot. */
export async function getMyReview(
  db: DbOrTx,
  actor: Member,
  offeringId: string,
): Promise<MyReview> {
  const [offering, enrolment, review] = await Promise.all([
    db.offering.findUnique({ where: { id: offeringId }, select: { providerId: true } }),
    db.enrolment.findUnique({
      where: { userId_offeringId: { userId: actor.userId, offeringId } },
      select: { id: true },
    }),
    db.review.findUnique({
      where: { offeringId_userId: { offeringId, userId: actor.userId } },
      select: {
        id: true,
        rating: true,
        title: true,
        body: true,
        createdAt: true,
        updatedAt: true,
        status: true,
        statusReason: true,
      },
    }),
  ])
  if (offering === null) throw notFound('offering')
  const policy = canReview(actor, offering, enrolment !== null)
  return { refusal: policy.ok ? null : policy.reason, review }
}

const adminRow = {
  id: true,
  rating: true,
  title: true,
  body: true,
  status: true,
  statusReason: true,
  createdAt: true,
  updatedAt: true,
  offering: { select: { id: true, slug: true, title: true } },
  user: { select: { id: true, name: true, email: true } },
} satisfies Prisma.ReviewSelect

export type AdminReviewRow = Prisma.ReviewGetPayload<{ select: typeof adminRow }>

/** One page of all reviews for staff; the search looks at the review, its author and the offering. */
export async function listAdminReviews(
  db: DbOrTx,
  input: AdminReviewsInput,
): Promise<Page<AdminReviewRow>> {
  const contains = { contains: input.search ?? '', mode: 'insensitive' as const }
  const where: Prisma.ReviewWhereInput = {
    status: input.status,
    offeringId: input.offeringId,
    rating: input.rating,
    ...(input.search
      ? {
          OR: [
            { title: contains },
            { body: contains },
            { user: { email: contains } },
            { user: { name: contains } },
            { offering: { title: contains } },
          ],
        }
      : {}),
  }
  const [rows, total] = await Promise.all([
    db.review.findMany({
      where,
      orderBy: [{ createdAt: input.direction }, { id: 'asc' }],
      skip: offsetOf(input),
      take: input.pageSize,
      select: adminRow,
    }),
    db.review.count({ where }),
  ])
  return { rows, total, page: input.page, pageSize: input.pageSize }
}
