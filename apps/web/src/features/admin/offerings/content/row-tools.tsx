'use client'

import { Button } from '@archway/ui/button'
import { cn } from '@archway/ui/cn'
import { Icon, type IconName } from '@archway/ui/icon'
import { useTranslations } from 'next-intl'

/** Buttons of a module or lesson: change, up, down, delete. */
export function RowTools({
  name,
  className,
  canUp,
  canDown,
  onEdit,
  onMove,
  onDelete,
}: {
  name: string
  className?: string
  canUp: boolean
  canDown: boolean
  onEdit: () => void
  onMove: (step: -1 | 1) => void
  onDelete: () => void
}) {
  const t = useTranslations('adminCatalog.content')
  const form = useTranslations('adminCatalog.form')
  const tool = (icon: IconName, label: string, onPress: () => void, isOn = true) => (
    <Button variant="ghost" size="icon-sm" aria-label={label} disabled={!isOn} onClick={onPress}>
      <Icon name={icon} />
    </Button>
  )
  return (
    <div className={cn('flex shrink-0 items-center', className)}>
      {tool('edit', t('change', { name }), onEdit)}
      {tool('arrow-up', form('moveUp', { name }), () => onMove(-1), canUp)}
      {tool('arrow-down', form('moveDown', { name }), () => onMove(1), canDown)}
      {tool('trash', t('delete', { name }), onDelete)}
    </div>
  )
}
