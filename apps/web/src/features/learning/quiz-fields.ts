const prefix = 'answer.'

/** How the answers of a quiz travel in a form: one field per question, one value per chosen option. */
export const quizFields = {
  name: (questionId: string): string => `${prefix}${questionId}`,

  read(form: FormData): Record<string, string[]> {
    const answers: Record<string, string[]> = {}
    for (const [name, value] of form) {
      if (!name.startsWith(prefix) || typeof value !== 'string') continue
      const questionId = name.slice(prefix.length)
      answers[questionId] = [...(answers[questionId] ?? []), value]
    }
    return answers
  },
}
