-- After how many days somebody who is deactivated is removed; null for never. One row.
create table removal_rule (
  id         integer not null primary key,
  version    bigint  not null,
  days       integer,
  changed_at bigint,
  changed_by varchar(255)
);
insert into removal_rule (id, version) values (1, 1);

-- Of who is removed by bulk work, the user name is what is left to tell.
alter table bulk_person alter column given set data type varchar(255);
