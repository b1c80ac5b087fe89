import { paint } from '../terminal/progress'
import type { RunningStack } from './stack'

const DEMO_LOGINS = [
  ['learner', 'learner@archway.test'],
  ['provider', 'provider@archway.test'],
  ['support', 'support@archway.test'],
  ['finance', 'finance@archway.test'],
  ['catalogue editor', 'editor@archway.test'],
  ['exam board', 'exams@archway.test'],
  ['administrator', 'admin@archway.test'],
] as const
const DEMO_PASSWORD = 'archway-demo-1'

type Row = readonly [label: string, value: string]

const table = (rows: readonly Row[]) => {
  const width = Math.max(...rows.map(([label]) => label.length))
  return rows.map(([label, value]) => `    ${label.padEnd(width)}   ${value}`)
}

/** What a person needs once everything runs: the addresses, and how to sign in to a demo. */
export function summarise(stack: RunningStack): string {
  const addresses: Row[] = [
    ['Site', stack.appUrl],
    ['Dashboard', `${stack.appUrl}/admin`],
    ['Mail inbox', stack.mailUrl ?? 'real mail server (SMTP_URL)'],
    ['Stripe', stack.stripeUrl ?? 'the real one (STRIPE_SECRET_KEY)'],
    ['Database', stack.local.postgres ? stack.databaseUrl : 'your own (DATABASE_URL)'],
  ]
  const lines = ['', `  ${paint('bold', 'Archway is running')}`, '', ...table(addresses)]
  if (stack.isDemo) {
    lines.push(
      '',
      `  ${paint('bold', 'Demo logins')}, password ${DEMO_PASSWORD}`,
      '',
      ...table(DEMO_LOGINS),
    )
    if (stack.stripeUrl) {
      lines.push('', '  Pay with card 4242 4242 4242 4242, any date to come, any three digits.')
    }
  }
  return lines.join('\n')
}
