-- Import from Okta: how it goes about it, what it read, and what came of it. ${bytes} is the database's type for binary
-- data.

-- One row. Schedules are cron expressions of five fields; app_id is Okta's id of the app whose assigned users and groups
-- are read. exact_match: attrPaths separated by blanks, all of which must be equal. Thresholds are percentages of people
-- who would be deactivated, null for none.
create table import_settings (
  id                   integer       not null primary key,
  version              bigint        not null,
  scheduled            boolean       not null,
  app_id               varchar(64),
  full_cron            varchar(100)  not null,
  incremental_cron     varchar(100)  not null,
  time_zone            varchar(64)   not null,
  user_name_format     varchar(16)   not null,
  user_name_expression varchar(1000),
  exact_match          varchar(1000) not null,
  partial_match        boolean       not null,
  confirm_exact        boolean       not null,
  confirm_partial      boolean       not null,
  confirm_new          boolean       not null,
  app_threshold        integer,
  org_threshold        integer,
  saved_at             bigint,
  saved_by             varchar(255)
);
insert into import_settings (id, version, scheduled, full_cron, incremental_cron, time_zone, user_name_format, exact_match,
    partial_match, confirm_exact, confirm_partial, confirm_new, app_threshold, org_threshold)
  values (1, 0, false, '0 2 * * *', '0 * * * *', 'UTC', 'OKTA_USERNAME', 'userName', false, true, false, false, 20, 20);

-- Which attribute gets what of Okta's profile. applied: CREATE (only when a person is made or linked), CREATE_AND_UPDATE.
create table import_mapping (
  attr_path  varchar(255)  not null primary key,
  ordinal    integer       not null,
  expression varchar(1000) not null,
  applied    varchar(20)   not null
);
insert into import_mapping (attr_path, ordinal, expression, applied) values
  ('name.givenName', 1, 'user.firstName', 'CREATE_AND_UPDATE'),
  ('name.familyName', 2, 'user.lastName', 'CREATE_AND_UPDATE'),
  ('displayName', 3, 'user.displayName', 'CREATE_AND_UPDATE'),
  ('emails[type eq "work"].value', 4, 'user.email', 'CREATE_AND_UPDATE'),
  ('title', 5, 'user.title', 'CREATE_AND_UPDATE'),
  ('urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department', 6, 'user.department', 'CREATE_AND_UPDATE'),
  ('urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber', 7, 'user.employeeNumber', 'CREATE_AND_UPDATE');

-- kind: FULL, INCREMENTAL, CONFIRMED (which reads nothing and applies what administrators confirmed). state: RUNNING, HELD (by the safeguard, until somebody decides), DONE, FAILED, CANCELLED.
-- step: FETCH, MATCH, SAFEGUARD, APPLY, the one it is in or was last. since: an incremental run reads what Okta changed
-- since then. allowed_by: who let it go on over the threshold. app_* and org_*: what the safeguard counted.
create table import_run (
  id              varchar(36)  not null primary key,
  kind            varchar(12)  not null,
  cause           varchar(16)  not null,
  dry_run         boolean      not null,
  started_by      varchar(255),
  app_id          varchar(64)  not null,
  server          varchar(255) not null,
  started_at      bigint       not null,
  beat_at         bigint       not null,
  ended_at        bigint,
  state           varchar(12)  not null,
  step            varchar(12)  not null,
  detail          varchar(1000),
  since           bigint,
  stop_requested  boolean      not null,
  allowed_by      varchar(255),
  users_fetched   bigint       not null,
  groups_fetched  bigint       not null,
  members_fetched bigint       not null,
  users_matched   bigint       not null,
  groups_matched  bigint       not null,
  to_apply        bigint       not null,
  applied         bigint       not null,
  refused         bigint       not null,
  app_total       bigint,
  app_leaving     bigint,
  org_total       bigint,
  org_leaving     bigint
);
create index import_run_latest on import_run (started_at desc, id desc);
create index import_run_state on import_run (state);

-- One run at a time on all servers of a database. holder: who goes on with it, as good as a random number, so that a server
-- that was only slow writes nothing once another one has taken its run.
create table import_lease (
  id          smallint not null primary key,
  run_id      varchar(36),
  holder      varchar(36),
  lease_until bigint   not null
);
insert into import_lease (id, lease_until) values (1, 0);

-- What a run read of Okta, a row for each of Okta's pages, compressed; gone when the run has ended. It is the checkpoint of
-- the step that fetches, and what the step that matches reads. kind: USERS, GROUPS, MEMBERS, and SEARCHED, LOGGED and REREAD,
-- whose content are ids of users of whom a page of USERS is made later; owner_id: the group of members, otherwise empty. matched:
-- that its candidates are written, the checkpoint of the step that matches.
create table import_page (
  run_id    varchar(36)   not null,
  kind      varchar(8)    not null,
  owner_id  varchar(64)   not null,
  page      integer       not null,
  amount    integer       not null,
  matched   boolean       not null default false,
  content   ${bytes}      not null,
  next_link varchar(2000),
  primary key (run_id, kind, owner_id, page)
);

-- What an import found to do: one row for each user or group of Okta, and the latest for each. preview: the id of the dry
-- run that found it, empty for the others. kind: EXACT, PARTIAL, CONFLICT, NEW, UPDATE, DEACTIVATE, REACTIVATE. state:
-- WAITING (for an administrator), CONFIRMED (by one, or by the settings), IGNORED, APPLIED, REFUSED. roster_id is the
-- person or group of Roster that it is about, null for a new one and for a conflict that nobody has decided. match_id is the
-- only one who matches, also where two of Okta match the same one. matches, differences: JSON, what the page shows; wanted:
-- what Okta owns of the resource, as it would be sent by SCIM. run_id is the last run that found it.
create table import_candidate (
  id            varchar(36)  not null primary key,
  preview       varchar(36)  not null,
  run_id        varchar(36)  not null,
  resource_type varchar(8)   not null,
  okta_id       ${key}       not null,
  okta_name     varchar(255) not null,
  okta_name_key ${key}       not null,
  kind          varchar(12)  not null,
  state         varchar(10)  not null,
  roster_id     varchar(36),
  roster_name   varchar(255),
  match_id      varchar(36),
  matches       ${text},
  differences   ${text},
  wanted        ${text},
  refusal       varchar(1000),
  found_at      bigint       not null,
  decided_at    bigint,
  decided_by    varchar(255),
  applied_at    bigint,
  constraint import_candidate_okta unique (okta_id, resource_type, preview)
);
create index import_candidate_list on import_candidate (preview, state, kind, okta_name_key, id);
create index import_candidate_run on import_candidate (run_id, state, id);
create index import_candidate_roster on import_candidate (roster_id);
create index import_candidate_match on import_candidate (match_id);

-- The members by which a group of Roster differs from the one of Okta, as Okta's ids of users: to be added (wanted) or
-- removed. What is done is taken away, so that a group of any size is changed in parts.
create table import_member (
  candidate_id varchar(36) not null references import_candidate (id) on delete cascade,
  okta_id      ${key}      not null,
  wanted       boolean     not null,
  primary key (candidate_id, okta_id)
);
