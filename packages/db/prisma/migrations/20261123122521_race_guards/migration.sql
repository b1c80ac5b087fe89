-- Of the links that were mailed for one purpose to one address and account, only the newest works, also
-- when two are asked for at the same moment. Until now a check before the insert said so.
update account_tokens older set used_at = now()
from account_tokens newer
where older.used_at is null and newer.used_at is null
  and newer.purpose = older.purpose and newer.email = older.email
  and newer.user_id is not distinct from older.user_id
  and (newer.created_at, newer.id) > (older.created_at, older.id);

create unique index account_tokens_one_live on account_tokens (purpose, email, user_id)
  nulls not distinct where used_at is null;

-- The audit log is append-only for statements that touch all of it, too, as the ledger is.
create trigger audit_entries_no_truncate before truncate on audit_entries
  for each statement execute function refuse_change();
