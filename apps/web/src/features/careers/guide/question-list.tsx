import type { GuidePage } from '@archway/api/careers/schema/guide'
import { Accordion, AccordionItem } from '@archway/ui/accordion'

/** Questions with folded answers; the answers have their figures filled in already. */
export function QuestionList({ questions }: { questions: GuidePage['questions'] }) {
  if (questions.length === 0) return null
  return (
    <Accordion className="max-w-prose">
      {questions.map((one) => (
        <AccordionItem key={one.question} title={one.question}>
          <div
            className="prose prose-sm"
            // Sanitised when it was saved; the figures in it are ours and escaped (fact-html.ts).
            dangerouslySetInnerHTML={{ __html: one.answerHtml }}
          />
        </AccordionItem>
      ))}
    </Accordion>
  )
}
