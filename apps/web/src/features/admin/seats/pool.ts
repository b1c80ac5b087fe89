import type { AdminOutput } from '../admin-output'

/** A pack of seats as staff sees it. */
export type AdminPool = AdminOutput['seats']['adminGet']
