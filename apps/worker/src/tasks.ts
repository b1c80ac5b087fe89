import { sendRequestedMail } from '@archway/api/notifications/jobs'
import type { Mailer } from '@archway/api/notifications/mailer'
import type { Deps } from '@archway/api/shared/deps'
import type { JobName, JobPayloads } from '@archway/api/shared/jobs'
import type { TaskList } from 'graphile-worker'

type Tasks = { [Name in JobName]: (payload: JobPayloads[Name]) => Promise<void> }

/** Every job by its name. The type makes a job without a handler an error. */
export function createTasks(deps: Deps, mailer: Mailer): TaskList {
  const tasks: Pick<Tasks, 'mail.requested'> = {
    'mail.requested': (payload) => sendRequestedMail(deps, mailer, payload),
  }
  return tasks as unknown as TaskList
}

/** What happens by the clock (graphile-worker's crontab). */
export const crontab = ''
