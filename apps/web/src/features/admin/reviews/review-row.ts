import type { AdminOutput } from '../admin-output'

/** A review as the list shows it. */
export type ReviewRow = AdminOutput['reviews']['adminList']['rows'][number]
