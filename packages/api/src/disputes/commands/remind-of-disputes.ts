import { mailStaff } from '../../notifications/commands'
import { adminLink } from '../../notifications/rules'
import { deadlineText } from '../../payments/commands/dispute-mails'
import type { Deps } from '../../shared/deps'
import { formatMoney } from '../../shared/money'
import { reminderDays, reminderDue } from '../rules/deadline'
import { waitingStatuses } from '../rules/groups'
import { isAnswered } from '../rules/is-answered'

/**
 * Reminds those who may answer of disputes that nobody has answered, three days and one day before the
 * deadline. The mail's key holds the dispute, its stage and the reminder, so each is sent once, however
 * often this runs. Returns how many disputes a reminder was due for.
 */
export async function remindOfDisputes(
  deps: Pick<Deps, 'db' | 'clock' | 'appUrl'>,
): Promise<number> {
  const now = deps.clock.now()
  const horizon = new Date(now.getTime() + Math.max(...reminderDays) * 86_400_000)
  const disputes = await deps.db.stripeDispute.findMany({
    where: { status: { in: waitingStatuses }, evidenceDueBy: { gt: now, lte: horizon } },
    include: {
      order: {
        select: {
          number: true,
          commands: { where: { disputeId: { not: null } } },
        },
      },
    },
    orderBy: { evidenceDueBy: 'asc' },
  })
  let reminded = 0
  for (const { order, ...dispute } of disputes) {
    const answers = order.commands.filter((command) => command.disputeId === dispute.id)
    const due = dispute.evidenceDueBy
    const days = due && reminderDue(due, now)
    if (due === null || days === null || isAnswered(dispute, answers)) continue
    reminded += 1
    await mailStaff(deps.db, 'dispute.answer', {
      key: `dispute-reminder:${dispute.id}:${dispute.status}:${days}`,
      template: 'dispute-reminder',
      params: (name) => ({
        name,
        orderNumber: order.number,
        amount: formatMoney(dispute),
        answerBy: deadlineText(due),
        days,
        url: adminLink(deps.appUrl, `/admin/disputes/${dispute.id}`),
      }),
    })
  }
  return reminded
}
