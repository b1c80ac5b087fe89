import type { TransitionTable } from '../../shared/transition'
import type { ImportState } from '../schema/imports'

/** From upload to the end. A mapping can be changed, and with it the preview, until the import is asked for. */
export const importTransitions: TransitionTable<ImportState> = {
  uploaded: ['previewing', 'cancelled', 'failed'],
  previewing: ['previewed', 'failed', 'cancelled'],
  previewed: ['uploaded', 'queued', 'cancelled'],
  queued: ['running', 'cancelled', 'failed'],
  running: ['done', 'failed', 'cancelled'],
  done: [],
  failed: ['uploaded'],
  cancelled: [],
}
