import type { GuidePage } from '@archway/api/careers/schema/guide'
import { Accordion, AccordionItem } from '@archway/ui/accordion'
import { WrittenHtml } from '@/features/shell/written-html'

/** Questions with folded answers; the answers have their figures filled in already. */
export function QuestionList({ questions }: { questions: GuidePage['questions'] }) {
  if (questions.length === 0) return null
  return (
    <Accordion className="max-w-prose">
      {questions.map((one) => (
        <AccordionItem key={one.question} title={one.question}>
          {/* The figures in it are ours and escaped (fact-html.ts). */}
          <WrittenHtml className="prose prose-sm" html={one.answerHtml} />
        </AccordionItem>
      ))}
    </Accordion>
  )
}
