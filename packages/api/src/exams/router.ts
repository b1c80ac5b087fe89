import { router } from '../trpc/init'
import { memberProcedure, staffProcedure } from '../trpc/procedures'
import { decideAccommodation, requestAccommodation } from './commands/accommodations'
import { decideAppeal, fileAppeal } from './commands/appeals'
import { correctKey } from './commands/correct-key'
import { decideAttempt } from './commands/decide-attempt'
import { extendAttempt } from './commands/extend-attempt'
import { approveForm, createForm, retireForm } from './commands/forms'
import { recordEvents } from './commands/record-events'
import { saveAnswer } from './commands/save-answer'
import { startAttempt } from './commands/start-attempt'
import { submitAttempt } from './commands/submit-attempt'
import { takeOver } from './commands/take-over'
import { listAccommodations, listMyAccommodations } from './reads/accommodations'
import { listAppeals } from './reads/admin-appeals'
import { listAdminAttempts, requireAdminAttempt } from './reads/admin-attempts'
import { listAdminVouchers } from './reads/admin-vouchers'
import { previewForm } from './reads/form-preview'
import { listExams, listForms } from './reads/forms'
import { listMySittings } from './reads/my-exams'
import { getPreparation } from './reads/preparation'
import { getResult } from './reads/result'
import { getPulse, getRoom, openRoomItem } from './reads/room'
import { listVouchers } from './reads/vouchers'
import {
  accommodationListInput,
  adminAttemptsInput,
  appealListInput,
  correctKeyInput,
  decideAccommodationInput,
  decideAppealInput,
  decideAttemptInput,
  extendInput,
  fileAppealInput,
  requestAccommodationInput,
} from './schema/board'
import { approveFormInput, drawFormInput, examOfferingInput, formInput } from './schema/forms'
import {
  attemptInput,
  examInput,
  itemInput,
  recordEventsInput,
  saveAnswerInput,
  sessionInput,
  startAttemptInput,
} from './schema/room'
import { adminVouchersInput } from './schema/vouchers'

const decide = staffProcedure('exam.decide')

/** Exams of our own: the right to sit them, as it was bought, and the forms that are sat. */
export const examsRouter = router({
  myVouchers: memberProcedure.query(({ ctx }) =>
    listVouchers(ctx.deps.db, { ownerId: ctx.actor.userId }, ctx.deps.clock.now()),
  ),
  adminVouchers: staffProcedure('order.read')
    .input(adminVouchersInput)
    .query(({ ctx, input }) => listAdminVouchers(ctx.deps.db, input, ctx.deps.clock.now())),

  mySittings: memberProcedure.query(({ ctx }) => listMySittings(ctx.deps.db, ctx.actor)),
  prepare: memberProcedure
    .input(examInput)
    .query(({ ctx, input }) => getPreparation(ctx.deps.db, ctx.actor, input)),
  start: memberProcedure
    .input(startAttemptInput)
    .mutation(({ ctx, input }) => startAttempt(ctx.deps, ctx.actor, input)),
  room: memberProcedure
    .input(sessionInput)
    .query(({ ctx, input }) => getRoom(ctx.deps.db, ctx.actor, input)),
  pulse: memberProcedure
    .input(sessionInput)
    .query(({ ctx, input }) => getPulse(ctx.deps.db, ctx.actor, input)),
  openItem: memberProcedure
    .input(itemInput)
    .mutation(({ ctx, input }) => openRoomItem(ctx.deps.db, ctx.actor, input)),
  saveAnswer: memberProcedure
    .input(saveAnswerInput)
    .mutation(({ ctx, input }) => saveAnswer(ctx.deps, ctx.actor, input)),
  takeOver: memberProcedure
    .input(sessionInput)
    .mutation(({ ctx, input }) => takeOver(ctx.deps, ctx.actor, input)),
  recordEvents: memberProcedure
    .input(recordEventsInput)
    .mutation(({ ctx, input }) => recordEvents(ctx.deps, ctx.actor, input)),
  submit: memberProcedure
    .input(sessionInput)
    .mutation(({ ctx, input }) => submitAttempt(ctx.deps, ctx.actor, input)),
  result: memberProcedure
    .input(attemptInput)
    .query(({ ctx, input }) => getResult(ctx.deps.db, ctx.actor, input)),

  fileAppeal: memberProcedure
    .input(fileAppealInput)
    .mutation(({ ctx, input }) => fileAppeal(ctx.deps, ctx.actor, input)),
  requestAccommodation: memberProcedure
    .input(requestAccommodationInput)
    .mutation(({ ctx, input }) => requestAccommodation(ctx.deps, ctx.actor, input)),

  myAccommodations: memberProcedure.query(({ ctx }) =>
    listMyAccommodations(ctx.deps.db, ctx.actor),
  ),

  adminAttempts: staffProcedure('exam.read')
    .input(adminAttemptsInput)
    .query(({ ctx, input }) => listAdminAttempts(ctx.deps.db, input)),
  adminAttempt: staffProcedure('exam.read')
    .input(attemptInput)
    .query(({ ctx, input }) => requireAdminAttempt(ctx.deps.db, input.attemptId)),
  extend: decide
    .input(extendInput)
    .mutation(({ ctx, input }) => extendAttempt(ctx.deps, ctx.actor, input)),
  decideAttempt: decide
    .input(decideAttemptInput)
    .mutation(({ ctx, input }) => decideAttempt(ctx.deps, ctx.actor, input)),
  correctKey: decide
    .input(correctKeyInput)
    .mutation(({ ctx, input }) => correctKey(ctx.deps, ctx.actor, input)),
  adminAppeals: decide
    .input(appealListInput)
    .query(({ ctx, input }) => listAppeals(ctx.deps.db, ctx.actor, input)),
  adminAccommodations: decide
    .input(accommodationListInput)
    .query(({ ctx, input }) => listAccommodations(ctx.deps.db, ctx.actor, input)),
  decideAppeal: decide
    .input(decideAppealInput)
    .mutation(({ ctx, input }) => decideAppeal(ctx.deps, ctx.actor, input)),
  decideAccommodation: decide
    .input(decideAccommodationInput)
    .mutation(({ ctx, input }) => decideAccommodation(ctx.deps, ctx.actor, input)),

  adminExams: staffProcedure('exam.read').query(({ ctx }) => listExams(ctx.deps.db)),
  adminForms: staffProcedure('exam.read')
    .input(examOfferingInput)
    .query(({ ctx, input }) => listForms(ctx.deps.db, input.offeringId)),
  adminPreviewForm: staffProcedure('exam.form')
    .input(drawFormInput)
    .query(({ ctx, input }) => previewForm(ctx.deps.db, input)),
  createForm: staffProcedure('exam.form')
    .input(drawFormInput)
    .mutation(({ ctx, input }) => createForm(ctx.deps, ctx.actor, input)),
  approveForm: staffProcedure('exam.form')
    .input(approveFormInput)
    .mutation(({ ctx, input }) => approveForm(ctx.deps, ctx.actor, input)),
  retireForm: staffProcedure('exam.form')
    .input(formInput)
    .mutation(({ ctx, input }) => retireForm(ctx.deps, ctx.actor, input)),
})
