-- CreateEnum
CREATE TYPE "key_algorithm" AS ENUM ('ed25519', 'es256');

-- AlterTable
ALTER TABLE "issuer_keys" ADD COLUMN     "algorithm" "key_algorithm" NOT NULL DEFAULT 'ed25519';

-- One key in use for each purpose, and a key keeps its algorithm --------------------

drop index issuer_keys_one_active;
create unique index issuer_keys_one_active on issuer_keys (issuer_id, algorithm) where retired_at is null;

create or replace function keep_issuer_key() returns trigger language plpgsql as $$
begin
  if (old.issuer_id, old.kid, old.algorithm, old.public_multibase, old.not_before)
     is distinct from (new.issuer_id, new.kid, new.algorithm, new.public_multibase, new.not_before)
     or (old.retired_at is not null and new.retired_at is distinct from old.retired_at)
     or (old.compromised_at is not null and new.compromised_at is distinct from old.compromised_at) then
    raise exception 'key % may only be retired, once', old.kid using errcode = 'check_violation';
  end if;
  return new;
end $$;
