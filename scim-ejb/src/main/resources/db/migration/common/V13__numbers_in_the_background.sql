-- Numbers that are to be added, a line each: those of a file that an administrator has been shown and not yet confirmed,
-- until kept_until; and those of a work in the background, which has the same id. Whoever adds a part takes it away in the
-- same transaction.
drop table number_upload;
create table number_part (
  owner_id      varchar(36) not null,
  part          integer     not null,
  outside_plans boolean     not null,
  amount        integer     not null,
  numbers       ${text}     not null,
  kept_until    bigint      not null,
  primary key (owner_id, part)
);
create index number_part_kept on number_part (kept_until);

-- The work that this one takes back. The constraint is what two servers cannot get past: once.
alter table bulk_work add column undoes varchar(36);
alter table bulk_work add constraint bulk_work_undoes unique (undoes);
