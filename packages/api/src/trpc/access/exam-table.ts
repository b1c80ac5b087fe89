import type { AccessTable } from './money-table'

/** The part of the access table that is about exams. */
export const examAccess: AccessTable = {
  'exams.myVouchers': 'member',
  'exams.adminVouchers': 'order.read',
  'exams.mySittings': 'member',
  'exams.prepare': 'member',
  'exams.start': 'member',
  'exams.room': 'member',
  'exams.pulse': 'member',
  'exams.openItem': 'member',
  'exams.saveAnswer': 'member',
  'exams.takeOver': 'member',
  'exams.recordEvents': 'member',
  'exams.submit': 'member',
  'exams.result': 'member',
  'exams.adminExams': 'exam.read',
  'exams.adminForms': 'exam.read',
  'exams.adminPreviewForm': 'exam.form',
  'exams.createForm': 'exam.form',
  'exams.approveForm': 'exam.form',
  'exams.retireForm': 'exam.form',
}
