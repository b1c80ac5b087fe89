'use client'

import { Icon } from '@archway/ui/icon'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'

type Check = 'storage' | 'connection' | 'screen'
const checks = ['storage', 'connection', 'screen'] as const

function canStore(): boolean {
  try {
    window.localStorage.setItem('exam-check', '1')
    window.localStorage.removeItem('exam-check')
    return true
  } catch {
    return false
  }
}

async function canConnect(): Promise<boolean> {
  try {
    const response = await fetch('/api/health', { cache: 'no-store' })
    return response.ok
  } catch {
    return false
  }
}

/** Whether this browser can hold answers without a connection, reach the server, and show a question. */
export function SystemCheck() {
  const t = useTranslations('exams.prepare.system')
  const [results, setResults] = useState<Partial<Record<Check, boolean>>>({})
  useEffect(() => {
    setResults({ storage: canStore(), screen: window.innerWidth >= 320 })
    void canConnect().then((connection) => setResults((known) => ({ ...known, connection })))
  }, [])
  return (
    <ul className="grid gap-2" aria-live="polite">
      {checks.map((check) => {
        const result = results[check]
        const state = result === undefined ? 'checking' : result ? 'good' : 'bad'
        return (
          <li key={check} className="flex items-start gap-2.5">
            <Icon
              name={state === 'good' ? 'success' : state === 'bad' ? 'danger' : 'info'}
              className={
                state === 'good'
                  ? 'mt-0.5 size-5 shrink-0 text-success'
                  : state === 'bad'
                    ? 'mt-0.5 size-5 shrink-0 text-danger'
                    : 'mt-0.5 size-5 shrink-0 text-muted-foreground'
              }
            />
            <span>{t(`${check}.${state}`)}</span>
          </li>
        )
      })}
    </ul>
  )
}
