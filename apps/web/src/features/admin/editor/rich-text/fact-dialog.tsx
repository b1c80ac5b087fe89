'use client'

import { Button } from '@archway/ui/button'
import { Dialog, DialogContent, DialogHeader, DialogTitle } from '@archway/ui/dialog'
import { Field } from '@archway/ui/field'
import { Input } from '@archway/ui/input'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { FactChoice } from './types'

const SHOWN = 40

/** A list of the facts, narrowed by typing; the chosen one goes where the cursor is. */
export function FactDialog({
  facts,
  onChoose,
  onClose,
}: {
  facts: FactChoice[]
  onChoose: (key: string) => void
  onClose: () => void
}) {
  const t = useTranslations('adminCatalog.editor')
  const common = useTranslations('common.actions')
  const [typed, setTyped] = useState('')
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const found = facts.filter((fact) => {
    const text = `${fact.key} ${fact.label} ${fact.text}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent closeLabel={common('close')} size="lg" aria-describedby={undefined}>
        <DialogHeader>
          <DialogTitle>{t('factTitle')}</DialogTitle>
        </DialogHeader>
        <div className="px-6 pb-3">
          <Field label={t('factSearch')}>
            <Input type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
          </Field>
          <p role="status" className="mt-2 text-muted-foreground text-sm">
            {t('factsFound', { count: found.length })}
          </p>
        </div>
        <ul className="min-h-0 flex-1 divide-y divide-border overflow-y-auto border-border border-t">
          {found.slice(0, SHOWN).map((fact) => (
            <li key={fact.key}>
              <Button
                variant="ghost"
                onClick={() => onChoose(fact.key)}
                className="h-auto w-full flex-col items-start gap-0.5 whitespace-normal rounded-none px-6 py-3 text-start focus-visible:outline-offset-[-2px]"
              >
                <span>{fact.label}</span>
                <span className="font-normal text-muted-foreground">{fact.text}</span>
              </Button>
            </li>
          ))}
        </ul>
      </DialogContent>
    </Dialog>
  )
}
