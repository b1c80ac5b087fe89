import { quizFields } from '../quiz-fields'

/** What is kept of a quiz that is not handed in: the chosen options. */
export const quizDraft = {
  read(form: HTMLFormElement): Record<string, string[]> | null {
    const answers = quizFields.read(new FormData(form))
    return Object.keys(answers).length > 0 ? answers : null
  },
  write(form: HTMLFormElement, answers: Record<string, string[]>): void {
    const chosen = new Set(Object.values(answers).flat())
    for (const input of form.querySelectorAll('input')) {
      if (chosen.has(input.value)) input.checked = true
    }
  },
}
