'use client'

import { Spinner } from '@archway/ui/spinner'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'

const everyMs = 1500

/** Asks for the page again until the result is there. */
export function WaitForResult() {
  const t = useTranslations('exams.result')
  const router = useRouter()
  useEffect(() => {
    const timer = window.setInterval(() => router.refresh(), everyMs)
    return () => window.clearInterval(timer)
  }, [router])
  return (
    <p role="status" className="flex items-center gap-3">
      <Spinner className="size-5" />
      {t('pending')}
    </p>
  )
}
