import type { AdminOutput } from '../admin-output'

export type AdminDispute = AdminOutput['disputes']['adminGet']
export type Evidence = AdminOutput['disputes']['adminEvidence']
