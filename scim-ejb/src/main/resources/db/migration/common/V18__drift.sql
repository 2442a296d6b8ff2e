-- How Okta, the app and Roster differ, as a comparison found it. ${key} and ${text} are the database's types for keys and
-- for long texts.

-- One row: which comparison is shown. push_refusal: why Okta did not tell of group push, where it did not.
create table drift_shown (
  id           smallint not null primary key,
  run_id       varchar(36),
  compared_at  bigint,
  push_refusal varchar(1000)
);
insert into drift_shown (id) values (1);

-- One row for each user or group that differs, none for what is equal. resource_type: User or Group. kind: OKTA_ONLY,
-- ROSTER_ONLY, DIFFERENT. roster_id: the person or group of Roster, null where there is none. fields: JSON, what differs
-- and what it is in Okta, in the app and in Roster. okta_members, roster_members: of a group, how many are members only
-- there. Of a comparison that is not shown, the rows go with the next one.
create table drift (
  id             varchar(36)  not null primary key,
  run_id         varchar(36)  not null,
  resource_type  varchar(8)   not null,
  okta_id        ${key}       not null,
  roster_id      varchar(36),
  name           varchar(255) not null,
  name_key       ${key}       not null,
  kind           varchar(12)  not null,
  fields         ${text}      not null,
  okta_members   bigint       not null,
  roster_members bigint       not null,
  constraint drift_okta unique (run_id, resource_type, okta_id)
);
create index drift_list on drift (run_id, resource_type, kind, name_key, id);

-- Group push mappings that want somebody's attention: in error, or of a group through which the app is assigned too.
-- assigned: whether it is. target_id: what Okta remembers as the group's id in the app; may be empty.
create table drift_push (
  run_id        varchar(36)  not null,
  mapping_id    varchar(64)  not null,
  source_id     varchar(64)  not null,
  target_id     varchar(64)  not null,
  name          varchar(255) not null,
  status        varchar(32)  not null,
  assigned      boolean      not null,
  error_summary varchar(1000) not null,
  last_push     bigint,
  primary key (run_id, mapping_id)
);
