'use client'

import { skipToken, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useDeferredValue } from 'react'
import { useApi } from '@/lib/trpc-client'

/** Lists of which the palette shows single entries. */
export const foundIn = ['offerings', 'orders', 'people', 'providers', 'coupons'] as const
export type FoundIn = (typeof foundIn)[number]

type Entry = { href: string; label: string; hint?: string }

const SHOWN = 5

/** The first entries of each wanted list that fit what was typed; nothing before two letters. */
export function usePaletteSearch(
  typed: string,
  wanted: readonly FoundIn[],
): { found: Record<FoundIn, Entry[]>; isLoading: boolean } {
  const t = useTranslations('admin.palette')
  const api = useApi()
  const search = useDeferredValue(typed.slice(0, 100))
  const input = (list: FoundIn) => (wanted.includes(list) && search.length > 1 ? search : null)
  const asked = <Input>(list: FoundIn, make: (text: string) => Input) => {
    const text = input(list)
    return text === null ? skipToken : make(text)
  }
  const offerings = useQuery(
    api.catalog.adminList.queryOptions(
      asked('offerings', (text) => ({ search: text, pageSize: SHOWN })),
    ),
  )
  const orders = useQuery(
    api.orders.adminList.queryOptions(
      asked('orders', (text) => ({ search: text, pageSize: SHOWN })),
    ),
  )
  const people = useQuery(
    api.accounts.adminList.queryOptions(
      asked('people', (text) => ({ search: text, pageSize: SHOWN })),
    ),
  )
  const providers = useQuery(
    api.providers.adminList.queryOptions(
      asked('providers', (text) => ({ search: text, pageSize: SHOWN })),
    ),
  )
  const coupons = useQuery(
    api.coupons.adminList.queryOptions(
      asked('coupons', (text) => ({ search: text, pageSize: SHOWN })),
    ),
  )
  return {
    found: {
      offerings: (offerings.data?.rows ?? []).map((row) => ({
        href: `/admin/offerings/${row.id}`,
        label: row.title,
        hint: row.provider.name,
      })),
      orders: (orders.data?.rows ?? []).map((row) => ({
        href: `/admin/orders/${row.id}`,
        label: t('order', { number: row.number }),
        hint: row.person?.email ?? row.email,
      })),
      people: (people.data?.rows ?? []).map((row) => ({
        href: `/admin/people/${row.id}`,
        label: row.name ?? row.email,
        hint: row.name ? row.email : undefined,
      })),
      providers: (providers.data?.rows ?? []).map((row) => ({
        href: `/admin/providers/${row.id}`,
        label: row.name,
      })),
      coupons: (coupons.data?.rows ?? []).map((row) => ({
        href: `/admin/coupons/${row.id}`,
        label: row.name,
        hint: row.codes[0],
      })),
    },
    isLoading: [offerings, orders, people, providers, coupons].some((query) => query.isFetching),
  }
}
