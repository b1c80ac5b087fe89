import { styleText } from 'node:util'

export type Progress = {
  /** Runs one step and shows its name, how it ended and how long it took. */
  step: <T>(title: string, work: (note: (text: string) => void) => Promise<T>) => Promise<T>
  /** One line between the steps. */
  line: (text: string) => void
  /** Shows nothing from now on: what fails after this fails because everything is being stopped. */
  close: () => void
}

type Running = { title: string; startedAt: number; note: string }

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`

/** Colours only where a person reads; `NO_COLOR` is respected. */
export function paint(format: Parameters<typeof styleText>[0], text: string): string {
  const wanted = process.stdout.isTTY === true && !process.env.NO_COLOR
  return wanted ? styleText(format, text) : text
}

/**
 * Shows steps on the terminal: finished ones stay, those under way share a last line that moves.
 * Where the output is no terminal, each step is one plain line.
 */
export function createProgress(output: NodeJS.WriteStream = process.stdout): Progress {
  const isLive = output.isTTY === true
  const running: Running[] = []
  let isClosed = false
  let timer: NodeJS.Timeout | undefined

  const clear = () => {
    if (isLive) output.write('\r\u001b[K')
  }
  const draw = () => {
    if (!isLive || running.length === 0) return
    const text = running.map((step) => `${step.title} ${seconds(step.startedAt)}`).join('  ·  ')
    output.write(`\r\u001b[K  ${paint('dim', text.slice(0, (output.columns ?? 80) - 4))}`)
  }
  const print = (text: string) => {
    if (isClosed) return
    clear()
    output.write(`${text}\n`)
    draw()
  }
  const begin = (step: Running) => {
    if (isClosed) return
    running.push(step)
    draw()
    if (isLive) timer ??= setInterval(draw, 200).unref()
  }
  const finish = (step: Running, line: string) => {
    const index = running.indexOf(step)
    if (index < 0) return
    running.splice(index, 1)
    if (running.length === 0) {
      clearInterval(timer)
      timer = undefined
    }
    print(line)
  }

  return {
    async step(title, work) {
      const step: Running = { title, startedAt: performance.now(), note: '' }
      begin(step)
      try {
        const result = await work((text) => {
          step.note = text
        })
        const name = step.note === '' ? title : `${title}: ${step.note}`
        finish(
          step,
          `  ${paint('green', '✓')} ${name.padEnd(52)} ${paint('dim', seconds(step.startedAt))}`,
        )
        return result
      } catch (error) {
        finish(step, `  ${paint('red', '✗')} ${title}`)
        throw error
      }
    },
    line: print,
    close() {
      isClosed = true
      running.length = 0
      clearInterval(timer)
      clear()
    },
  }
}

/** Shows nothing: for a stack that is a part of something else, such as a test run. */
export const silentProgress: Progress = {
  step: (_title, work) => work(() => {}),
  line: () => {},
  close: () => {},
}
