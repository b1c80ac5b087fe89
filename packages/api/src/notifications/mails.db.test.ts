import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { timesAtOnce } from '../testing/at-once'
import { createWorld, type World } from '../testing/world'
import { requestMail, requeueLostMails } from './commands'
import { sendRequestedMail } from './jobs'
import type { Mailer, OutgoingMail } from './mailer'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const mailTo = (recipient: string, key = `key-of-${recipient}`) => ({
  key,
  template: 'sign-in-link' as const,
  recipient,
  params: { url: 'https://archway.test/sign-in/link?token=secret' },
})
const rowOf = (recipient: string) => world.db.mailMessage.findFirstOrThrow({ where: { recipient } })
const jobsOf = (mailId: string) => world.db.$queryRaw<unknown[]>`
  select 1 from graphile_worker.jobs where key = ${`mail:${mailId}`}`

/** Takes mails in, or refuses the first few as a server that is down would. */
function mailboxOf(refusals = 0): Mailer & { received: OutgoingMail[] } {
  const received: OutgoingMail[] = []
  let left = refusals
  return {
    received,
    async send(mail) {
      left -= 1
      if (left >= 0) throw new Error('connection refused')
      received.push(mail)
    },
    close: () => undefined,
  }
}
async function requested(recipient: string) {
  await world.db.$transaction((tx) => requestMail(tx, mailTo(recipient)))
  return { mailId: (await rowOf(recipient)).id }
}

describe('a mail that is requested', () => {
  it('is decided on once for a key, also at once, with one job', async () => {
    const mail = mailTo('once@example.test')
    await timesAtOnce(6, () => world.db.$transaction((tx) => requestMail(tx, mail)))
    await requestMail(world.db, { ...mail, recipient: 'other@example.test' })
    const rows = await world.db.mailMessage.findMany({ where: { key: mail.key } })
    expect(rows.map(({ recipient }) => recipient)).toEqual(['once@example.test'])
    expect(await jobsOf(rows[0]?.id ?? '')).toHaveLength(1)
  })

  it('goes with its transaction: what is undone asks for none', async () => {
    const undone = world.db.$transaction(async (tx) => {
      await requestMail(tx, mailTo('undone@example.test'))
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    const rows = await world.db.mailMessage.count({ where: { recipient: 'undone@example.test' } })
    expect(rows).toBe(0)
  })

  it('is sent once, however often its job runs', async () => {
    const { mailId } = await requested('sent@example.test')
    const mailbox = mailboxOf()
    await sendRequestedMail(world.deps, mailbox, { mailId })
    await sendRequestedMail(world.deps, mailbox, { mailId })
    expect(mailbox.received).toMatchObject([{ id: mailId, to: 'sent@example.test' }])
    expect(mailbox.received[0]?.text).toContain('https://archway.test/sign-in/link?token=secret')
    expect(await rowOf('sent@example.test')).toMatchObject({
      sentAt: world.clock.now(),
      attempts: 1,
      lastError: null,
    })
  })

  it('that the server refuses fails its job, says why, and is sent the next time', async () => {
    const { mailId } = await requested('later@example.test')
    const mailbox = mailboxOf(1)
    const send = () => sendRequestedMail(world.deps, mailbox, { mailId })
    await expect(send()).rejects.toThrow('connection refused')
    expect(await rowOf('later@example.test')).toMatchObject({
      sentAt: null,
      attempts: 1,
      lastError: 'connection refused',
    })
    await send()
    expect(mailbox.received).toHaveLength(1)
    expect(await rowOf('later@example.test')).toMatchObject({ attempts: 2, lastError: null })
  })

  it('that two workers send at once carries one id, by which mailboxes know it again', async () => {
    const { mailId } = await requested('twins@example.test')
    const mailbox = mailboxOf()
    await timesAtOnce(2, () => sendRequestedMail(world.deps, mailbox, { mailId }))
    expect(new Set(mailbox.received.map(({ id }) => id))).toEqual(new Set([mailId]))
    expect((await rowOf('twins@example.test')).sentAt).toEqual(world.clock.now())
  })

  it('that is not there any more is no failure', async () => {
    const mailbox = mailboxOf()
    await sendRequestedMail(world.deps, mailbox, { mailId: crypto.randomUUID() })
    expect(mailbox.received).toEqual([])
  })
})

describe('a mail whose job', () => {
  const daysAgo = (days: number) => new Date(world.clock.now().getTime() - days * 86_400_000)
  const hold = (mailId: string, since: Date) => world.db.$executeRaw`
    update graphile_worker._private_jobs set locked_at = ${since}, locked_by = 'dead'
    where key = ${`mail:${mailId}`}`
  async function old(recipient: string) {
    const { mailId } = await requested(recipient)
    await world.db.mailMessage.update({ where: { id: mailId }, data: { createdAt: daysAgo(1) } })
    return mailId
  }
  const requeue = () => requeueLostMails(world.deps)

  it('waits, was given up or is being done is left alone', async () => {
    await old('waits@example.test')
    const givenUp = await old('given-up@example.test')
    await world.db.$executeRaw`
      update graphile_worker._private_jobs set attempts = max_attempts
      where key = ${`mail:${givenUp}`}`
    await hold(await old('being-sent@example.test'), world.clock.now())
    expect(await requeue()).toBe(0)
  })

  it('is held by a process that died, or is gone, is queued again', async () => {
    const held = await old('held@example.test')
    await hold(held, daysAgo(1))
    const gone = await old('gone@example.test')
    await world.db.$executeRaw`select graphile_worker.remove_job(${`mail:${gone}`})`
    expect(await requeue()).toBe(2)
    for (const mailId of [held, gone]) expect(await jobsOf(mailId)).toHaveLength(1)
    expect(await requeue()).toBe(0)
  })
})
