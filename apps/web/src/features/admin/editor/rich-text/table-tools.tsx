'use client'

import type { Command } from '@tiptap/pm/state'
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  deleteTable,
} from '@tiptap/pm/tables'
import type { Editor } from '@tiptap/react'
import { BetweenHorizontalStart, BetweenVerticalStart, Columns3, Rows3, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ToolbarButton, ToolbarRule } from './toolbar-button'

/** What can be done with the table that the cursor is in. */
export function TableTools({ editor }: { editor: Editor }) {
  const t = useTranslations('adminCatalog.editor')
  const run = (command: Command) => () => {
    command(editor.state, editor.view.dispatch, editor.view)
    editor.view.focus()
  }
  return (
    <>
      <ToolbarRule />
      <ToolbarButton icon={BetweenHorizontalStart} label={t('addRow')} onPress={run(addRowAfter)} />
      <ToolbarButton
        icon={BetweenVerticalStart}
        label={t('addColumn')}
        onPress={run(addColumnAfter)}
      />
      <ToolbarButton icon={Rows3} label={t('deleteRow')} onPress={run(deleteRow)} />
      <ToolbarButton icon={Columns3} label={t('deleteColumn')} onPress={run(deleteColumn)} />
      <ToolbarButton icon={Trash2} label={t('deleteTable')} onPress={run(deleteTable)} />
    </>
  )
}
