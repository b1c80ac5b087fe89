import type { AdminOutput } from '../admin-output'

export type AdminOrder = AdminOutput['orders']['adminGet']
