import { previewCatalogImport, runCatalogImport } from '@archway/api/catalog/import/jobs'
import { requeueLostImports } from '@archway/api/catalog/import/requeue-lost-imports'
import { runPriceChanges, runPublishDue } from '@archway/api/catalog/jobs'
import {
  onAwardEarned,
  onCredentialDistrusted,
  onCredentialErased,
  onCredentialIssued,
  onHolderRenamed,
  onNameChangeSettled,
  runRefreshStatusLists,
} from '@archway/api/credentials/jobs'
import { runRemindOfDisputes } from '@archway/api/disputes/jobs'
import { onDocumentIssued } from '@archway/api/documents/jobs'
import { onAttemptClosed, onAttemptDue, runCloseOverdue } from '@archway/api/exams/jobs'
import { runSendGifts } from '@archway/api/gifts/jobs'
import { runAssessSittings } from '@archway/api/integrity/jobs'
import { requeueLostMails } from '@archway/api/notifications/commands'
import { sendRequestedMail } from '@archway/api/notifications/jobs'
import type { Mailer } from '@archway/api/notifications/mailer'
import {
  onOrderDirtied,
  onStripeCommandRequested,
  runCheckBooks,
  runExpireOrders,
  runReconcile,
  runWatchDeclines,
} from '@archway/api/payments/jobs'
import { runDailyPayouts, runRetryPayouts } from '@archway/api/payouts/jobs'
import { runRefreshStatistics } from '@archway/api/psychometrics/jobs'
import type { Deps } from '@archway/api/shared/deps'
import type { JobName, JobPayloads } from '@archway/api/shared/jobs'
import type { TaskList } from 'graphile-worker'

type Tasks = { [Name in JobName]: (payload: JobPayloads[Name]) => Promise<unknown> }
type Timed =
  | 'cron:reconcile'
  | 'cron:refresh-status-lists'
  | 'cron:expire-orders'
  | 'cron:publish-due'
  | 'cron:send-gifts'
  | 'cron:price-changes'
  | 'cron:requeue-lost'
  | 'cron:check-books'
  | 'cron:remind-of-disputes'
  | 'cron:watch-declines'
  | 'cron:payouts'
  | 'cron:retry-payouts'
  | 'cron:close-overdue'
  | 'cron:refresh-statistics'
  | 'cron:assess-sittings'

/** Every job by its name. The type makes a job without a handler an error. */
export function createTasks(deps: Deps, mailer: Mailer): TaskList {
  const tasks: Tasks & Record<Timed, () => Promise<unknown>> = {
    'attempt.due': (payload) => onAttemptDue(deps, payload),
    'attempt.closed': (payload) => onAttemptClosed(deps, payload),
    'award.earned': (payload) => onAwardEarned(deps, payload),
    'credential.issued': (payload) => onCredentialIssued(deps, payload),
    'credential.erased': (payload) => onCredentialErased(deps, payload),
    'credential.distrusted': (payload) => onCredentialDistrusted(deps, payload),
    'holder.renamed': (payload) => onHolderRenamed(deps, payload),
    'name-change.settled': (payload) => onNameChangeSettled(deps, payload),
    'document.issued': (payload) => onDocumentIssued(deps, payload),
    'mail.requested': (payload) => sendRequestedMail(deps, mailer, payload),
    'order.dirtied': (payload) => onOrderDirtied(deps, payload),
    'stripe-command.requested': (payload) => onStripeCommandRequested(deps, payload),
    'catalog-import.uploaded': (payload) => previewCatalogImport(deps, payload),
    'catalog-import.requested': (payload) => runCatalogImport(deps, payload),
    'cron:refresh-status-lists': () => runRefreshStatusLists(deps),
    'cron:publish-due': () => runPublishDue(deps),
    'cron:send-gifts': () => runSendGifts(deps),
    'cron:price-changes': () => runPriceChanges(deps),
    'cron:reconcile': () => runReconcile(deps),
    'cron:expire-orders': () => runExpireOrders(deps),
    'cron:check-books': () => runCheckBooks(deps),
    'cron:payouts': () => runDailyPayouts(deps),
    'cron:retry-payouts': () => runRetryPayouts(deps),
    'cron:refresh-statistics': () => runRefreshStatistics(deps),
    'cron:assess-sittings': () => runAssessSittings(deps),
    'cron:watch-declines': () => runWatchDeclines(deps),
    'cron:remind-of-disputes': () => runRemindOfDisputes(deps),
    'cron:close-overdue': () => runCloseOverdue(deps),
    'cron:requeue-lost': () => Promise.all([requeueLostImports(deps), requeueLostMails(deps)]),
  }
  return Object.fromEntries(
    Object.entries(tasks).map(([name, run]) => [
      name,
      async (payload: unknown) => {
        await (run as (payload: unknown) => Promise<unknown>)(payload)
      },
    ]),
  )
}

/** What happens by the clock, in graphile-worker's crontab form (times are UTC). */
export const crontab = [
  '* * * * * cron:publish-due ?max=3&jobKey=publish-due',
  '* * * * * cron:close-overdue ?max=3&jobKey=close-overdue',
  '* * * * * cron:send-gifts ?max=3&jobKey=send-gifts',
  '* * * * * cron:price-changes ?max=3&jobKey=price-changes',
  '* * * * * cron:expire-orders ?max=3&jobKey=expire-orders',
  '11 5 * * * cron:payouts ?max=3&jobKey=payouts',
  '41 * * * * cron:retry-payouts ?max=3&jobKey=retry-payouts',
  '17 3 * * * cron:check-books ?max=5&jobKey=check-books',
  '5 * * * * cron:remind-of-disputes ?max=3&jobKey=remind-of-disputes',
  '*/5 * * * * cron:watch-declines ?max=3&jobKey=watch-declines',
  '23 * * * * cron:refresh-status-lists ?max=5&jobKey=refresh-status-lists',
  '37 2 * * * cron:refresh-statistics ?max=3&jobKey=refresh-statistics',
  '52 2 * * * cron:assess-sittings ?max=3&jobKey=assess-sittings',
  '*/10 * * * * cron:reconcile ?max=3&jobKey=reconcile',
  '*/10 * * * * cron:requeue-lost ?max=3&jobKey=requeue-lost',
].join('\n')
