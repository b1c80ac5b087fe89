import type { MyMembership } from '@archway/api/subscriptions/schema'

export type OwnMembership = NonNullable<MyMembership['membership']>
export type MembershipPayments = MyMembership['payments']
