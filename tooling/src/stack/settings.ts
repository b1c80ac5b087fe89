import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { findPortHolder } from '../machine/port-holder'
import { portProblem } from '../machine/ports'
import { ROOT } from '../paths'
import { ExplainedError } from '../terminal/explained-error'

export type Ports = {
  web: number
  postgres: number
  stripe: number
  mailWeb: number
  mailSmtp: number
}

/**
 * What listens where, and the variable that moves it. All below 32768, where the ports begin that
 * Linux hands out to outgoing connections: one of those could hold ours when we start.
 */
const PORTS = {
  web: { variable: 'PORT', fallback: 3000, label: 'the site' },
  postgres: { variable: 'POSTGRES_PORT', fallback: 15432, label: 'PostgreSQL' },
  stripe: { variable: 'STRIPE_LOCAL_PORT', fallback: 12111, label: 'the local Stripe' },
  mailWeb: { variable: 'MAIL_WEB_PORT', fallback: 1080, label: 'the mail inbox' },
  mailSmtp: { variable: 'MAIL_SMTP_PORT', fallback: 1025, label: 'the mail server' },
} as const satisfies Record<keyof Ports, { variable: string; fallback: number; label: string }>

const PORT_NAMES = Object.keys(PORTS) as (keyof Ports)[]

export type Environment = Record<string, string | undefined>

/** The environment of this process over the file `.env`; empty values count as not set. */
export function loadEnvironment(): Environment {
  const path = join(ROOT, '.env')
  const fromFile: Environment = existsSync(path) ? parseEnv(readFileSync(path, 'utf8')) : {}
  const merged = { ...fromFile, ...process.env }
  return Object.fromEntries(
    Object.entries(merged).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
}

/** Ports from the environment. Throws with the variable's name when one is no port or is used twice. */
export function readPorts(environment: Environment): Ports {
  const ports = Object.fromEntries(
    PORT_NAMES.map((name) => {
      const { variable, fallback } = PORTS[name]
      const text = environment[variable]
      if (text === undefined) return [name, fallback]
      if (!/^\d{1,5}$/.test(text.trim()) || Number(text) < 1 || Number(text) > 65_535) {
        throw new ExplainedError(`${variable} must be a port from 1 to 65535.`)
      }
      return [name, Number(text)]
    }),
  ) as Ports
  for (const [index, name] of PORT_NAMES.entries()) {
    const twin = PORT_NAMES.slice(index + 1).find((other) => ports[other] === ports[name])
    if (twin) {
      throw new ExplainedError(
        `${PORTS[name].variable} and ${PORTS[twin].variable} are both ${ports[name]}: give them different ports.`,
      )
    }
  }
  return ports
}

/** Throws when a port is taken, naming it, who holds it where that is known, and what changes it. */
export async function checkPorts(ports: Ports, names: readonly (keyof Ports)[]): Promise<void> {
  const lines: string[] = []
  for (const name of names) {
    const problem = await portProblem(ports[name])
    if (!problem) continue
    const { variable, label } = PORTS[name]
    const other = ports[name] < 55_000 ? ports[name] + 10_000 : ports[name] - 10_000
    const holder = problem === 'taken' ? findPortHolder(ports[name]) : null
    const because =
      problem === 'taken'
        ? `is taken${holder ? ` by ${holder}` : ''}`
        : 'may not be used by this user'
    lines.push(
      `Port ${ports[name]}, meant for ${label}, ${because}. End that, or choose another port: ${variable}=${other} npm start`,
    )
  }
  if (lines.length > 0) throw new ExplainedError(lines.join('\n'))
}
