import type { AdminOutput } from '../admin-output'

/** An item as the board sees it, without its key. */
export type AdminItem = AdminOutput['bank']['item']
export type AdminItemVersion = AdminItem['versions'][number]
/** What is right, and why, once it was opened. */
export type OpenedVersion = AdminOutput['bank']['openVersion']
