import { orderIdInput } from '../orders/schema/order'
import { router } from '../trpc/init'
import { memberProcedure, staffProcedure } from '../trpc/procedures'
import { reissueInvoice } from './commands/reissue-invoice'
import { saveBilling } from './commands/save-billing'
import { updateLegalEntity } from './commands/update-legal-entity'
import { listAdminDocuments } from './reads/admin-documents'
import { getBilling } from './reads/billing'
import { listLegalEntities } from './reads/legal-entities'
import { listOrderDocuments } from './reads/order-documents'
import { adminDocumentsInput, billingDetails, legalEntityInput, reissueInput } from './schema'

/** Invoices and credit notes: one's own, and all of them for staff. */
export const documentsRouter = router({
  ofOrder: memberProcedure
    .input(orderIdInput)
    .query(({ ctx, input }) => listOrderDocuments(ctx.deps.db, ctx.actor, input.orderId)),

  billing: memberProcedure.query(({ ctx }) => getBilling(ctx.deps.db, ctx.actor.userId)),

  saveBilling: memberProcedure
    .input(billingDetails)
    .mutation(({ ctx, input }) => saveBilling(ctx.deps, ctx.actor, input)),

  adminList: staffProcedure('document.read')
    .input(adminDocumentsInput)
    .query(({ ctx, input }) => listAdminDocuments(ctx.deps.db, input)),

  reissue: staffProcedure('document.correct')
    .input(reissueInput)
    .mutation(({ ctx, input }) => reissueInvoice(ctx.deps, ctx.actor, input)),

  adminLegalEntities: staffProcedure('document.read').query(({ ctx }) =>
    listLegalEntities(ctx.deps.db),
  ),

  updateLegalEntity: staffProcedure('legal-entity.edit')
    .input(legalEntityInput)
    .mutation(({ ctx, input }) => updateLegalEntity(ctx.deps, ctx.actor, input)),
})
