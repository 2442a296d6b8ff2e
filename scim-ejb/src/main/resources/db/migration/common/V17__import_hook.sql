-- One row: how Roster answers Okta's import inline hook. when_matched: LINK, CREATE, LEAVE. when_taken: RENAME, LEAVE.
create table import_hook (
  id           integer     not null primary key,
  version      bigint      not null,
  when_matched varchar(8)  not null,
  when_taken   varchar(8)  not null,
  corrects     boolean     not null
);
insert into import_hook (id, version, when_matched, when_taken, corrects) values (1, 0, 'LEAVE', 'LEAVE', true);
