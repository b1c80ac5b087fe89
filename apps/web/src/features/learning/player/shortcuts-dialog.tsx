'use client'

import { Checkbox } from '@archway/ui/checkbox'
import {
  Dialog,
  DialogBody,
  DialogContent,
  DialogDescription,
  DialogHeader,
  DialogTitle,
} from '@archway/ui/dialog'
import { Kbd } from '@archway/ui/kbd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { setShortcutsEnabled, shortcutsEnabled } from './shortcut-setting'

/** Every key of the player, and the switch that turns them off. */
export function ShortcutsDialog({ isVideo, onClose }: { isVideo: boolean; onClose: () => void }) {
  const t = useTranslations('player.keys')
  const [isEnabled, setIsEnabled] = useState(shortcutsEnabled)
  const rows: [label: string, keys: string[]][] = [
    [t('next'), ['N']],
    [t('previous'), ['P']],
    ...(isVideo
      ? ([
          [t('play'), [t('space')]],
          [t('seek'), ['←', '→']],
          [t('captions'), ['C']],
          [t('fullscreen'), ['F']],
        ] as [string, string[]][])
      : []),
    [t('help'), ['?']],
  ]
  return (
    <Dialog open onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <DialogContent closeLabel={t('close')} size="sm">
        <DialogHeader>
          <DialogTitle>{t('title')}</DialogTitle>
          <DialogDescription>{t('description')}</DialogDescription>
        </DialogHeader>
        <DialogBody className="grid gap-5 pb-6">
          <dl className="divide-y divide-border border-border border-y text-sm">
            {rows.map(([label, keys]) => (
              <div key={label} className="flex items-center justify-between gap-4 py-2">
                <dt>{label}</dt>
                <dd className="flex gap-1">
                  {keys.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
          <Checkbox
            label={t('enabled')}
            hint={t('enabledHint')}
            checked={isEnabled}
            onChange={(event) => {
              setIsEnabled(event.target.checked)
              setShortcutsEnabled(event.target.checked)
            }}
          />
        </DialogBody>
      </DialogContent>
    </Dialog>
  )
}
