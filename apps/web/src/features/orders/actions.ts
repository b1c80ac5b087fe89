'use server'

import {
  orderIdInput,
  requestRefundInput,
  waiveWithdrawalInput,
} from '@archway/api/orders/schema/order'
import { redirect } from 'next/navigation'
import type { FormState } from '@/lib/form-state'
import { submitForm } from '@/lib/submit-form'
import { api } from '@/lib/trpc-server'

/** Cancels an order that is not paid; one that was paid meanwhile stays paid. */
export async function cancelOrder(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(orderIdInput, form, async ({ orderId }) => {
    await (await api()).orders.cancel({ orderId })
    redirect(`/account/orders/${orderId}`)
  })
}

/** Asks for access at once, giving the right of withdrawal up for it. */
export async function waiveWithdrawal(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(waiveWithdrawalInput, form, async (input) => {
    await (await api()).orders.waiveWithdrawal(input)
    redirect(`/account/orders/${input.orderId}`)
  })
}

/** Takes back what the refund promise owes for one line of an order. */
export async function requestRefund(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(requestRefundInput, form, async (input) => {
    await (await api()).orders.requestRefund(input)
    redirect(`/account/orders/${input.orderId}?refund=asked`)
  })
}
