'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { useApi } from '@/lib/trpc-client'

export type LookupNoun = 'skills' | 'topics' | 'people' | 'providers' | 'courses' | 'offerings'

/** What the server finds for what is typed; the last answer stays until the next one is there. */
export function useLookup(noun: LookupNoun, typed: string) {
  const api = useApi()
  const q = useDeferredValue(typed.trim().slice(0, 100))
  const procedure = {
    skills: api.catalog.lookUpSkills,
    topics: api.catalog.lookUpTopics,
    people: api.catalog.lookUpPeople,
    providers: api.catalog.lookUpProviders,
    courses: api.catalog.lookUpCourses,
    offerings: api.catalog.lookUpOfferings,
  }[noun]
  const found = useQuery(
    procedure.queryOptions({ q, limit: 30 }, { placeholderData: keepPreviousData }),
  )
  return { rows: found.data ?? [], isLoading: found.isPending }
}
