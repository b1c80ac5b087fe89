'use client'

import { Button } from '@archway/ui/button'
import { Icon } from '@archway/ui/icon'
import { Kbd } from '@archway/ui/kbd'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { PaletteProps } from './palette-dialog'

const loadDialog = () => import('./palette-dialog')
const PaletteDialog = dynamic(() => loadDialog().then((file) => file.PaletteDialog), { ssr: false })

/**
 * The way to the command palette. The palette itself loads once the page is at rest, so that what is typed
 * right after opening it finds its field.
 */
export function AdminPalette(props: Omit<PaletteProps, 'open' | 'onOpenChange'>) {
  const t = useTranslations('admin.palette')
  const [isOpen, setIsOpen] = useState(false)
  const [isWanted, setIsWanted] = useState(false)
  const change = (open: boolean) => {
    if (open) setIsWanted(true)
    setIsOpen(open)
  }
  useEffect(() => {
    const idle = window.requestIdleCallback?.(() => void loadDialog())
    return () => window.cancelIdleCallback?.(idle)
  }, [])
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return
      event.preventDefault()
      setIsWanted(true)
      setIsOpen((open) => !open)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
  return (
    <>
      <Button
        variant="secondary"
        size="sm"
        onClick={() => change(true)}
        className="gap-3 text-muted-foreground sm:w-72 sm:justify-start"
      >
        <Icon name="search" className="size-4" />
        <span className="max-sm:sr-only">{t('open')}</span>
        <Kbd className="ms-auto max-sm:hidden">{t('key')}</Kbd>
      </Button>
      {isWanted ? <PaletteDialog {...props} open={isOpen} onOpenChange={change} /> : null}
    </>
  )
}
