-- ${text} is the database's type for long text, ${key} a string that is compared by code point (so that both databases
-- sort and range alike). Columns that end in _key hold the folded form of a caseExact:false attribute. Instants are
-- milliseconds since 1970 UTC: Derby's timestamp has no zone, and a local one repeats an hour each autumn.

create table person (
  id              varchar(36)  not null primary key,
  version         bigint       not null,
  document        ${text}      not null,
  user_name_key   ${key}       not null,
  user_name       varchar(255) not null,
  external_id     ${key},
  display_name_key ${key},
  full_name       varchar(255) not null,
  full_name_key   ${key}       not null,
  family_name_key ${key},
  active          boolean      not null,
  source          varchar(16)  not null,
  created_at      bigint       not null,
  modified_at     bigint       not null
);
create unique index person_user_name on person (user_name_key);
create index person_external_id on person (external_id);
create index person_display_name on person (display_name_key, id);
create index person_full_name on person (full_name_key, id);
create index person_family_name on person (family_name_key, id);
create index person_active on person (active, id);
create index person_modified on person (modified_at desc, id desc);

-- One row for each value of a multi-valued attribute that is filtered by (emails, phoneNumbers).
create table person_value (
  person_id  varchar(36)  not null references person (id) on delete cascade,
  attribute  varchar(32)  not null,
  ordinal    integer      not null,
  value_key  ${key},
  type_key   ${key},
  is_primary boolean      not null,
  primary key (person_id, attribute, ordinal)
);
create index person_value_lookup on person_value (attribute, value_key, person_id);

create table directory_group (
  id               varchar(36)  not null primary key,
  version          bigint       not null,
  document         ${text}      not null,
  display_name     varchar(255) not null,
  display_name_key ${key}       not null,
  external_id      ${key},
  source           varchar(16)  not null,
  created_at       bigint       not null,
  modified_at      bigint       not null
);
create index directory_group_display_name on directory_group (display_name_key, id);
create index directory_group_external_id on directory_group (external_id);
create index directory_group_modified on directory_group (modified_at, id);

-- No foreign keys: their shared locks on the group's row would turn concurrent pushes into deadlocks.
create table membership (
  group_id    varchar(36) not null,
  member_id   varchar(36) not null,
  member_type varchar(8)  not null,
  added_at    bigint      not null,
  primary key (group_id, member_id)
);
create index membership_member on membership (member_id, group_id);

-- Deleted resources, kept for their retention time. Their ids are never given again.
create table tombstone (
  id            varchar(36)  not null primary key,
  resource_type varchar(16)  not null,
  name          varchar(255) not null,
  external_id   varchar(255),
  document      ${text}      not null,
  deleted_at    bigint       not null,
  deleted_by    varchar(255) not null
);
create index tombstone_deleted on tombstone (deleted_at);

-- How many resources there are of each type, kept and not counted; the sum over the stripes is the number.
-- Striped so that concurrent creates do not queue for one row.
create table resource_count (
  resource_type varchar(16) not null,
  stripe        integer     not null,
  total         bigint      not null,
  primary key (resource_type, stripe)
);

create table api_token (
  id           varchar(36)  not null primary key,
  name         varchar(255) not null,
  secret_hash  varchar(64)  not null,
  hint         varchar(8)   not null,
  scope        varchar(8)   not null,
  created_at   bigint       not null,
  created_by   varchar(255) not null,
  expires_at   bigint,
  last_used_at bigint,
  revoked_at   bigint,
  revoked_by   varchar(255)
);
create unique index api_token_secret on api_token (secret_hash);

create table administrator (
  user_name     varchar(255) not null primary key,
  password_hash varchar(512) not null,
  role          varchar(32)  not null,
  created_at    bigint       not null
);

-- Attempts to sign in since the last one that succeeded, by administrator and network.
create table sign_in_failure (
  user_name     varchar(255) not null references administrator (user_name) on delete cascade,
  network       varchar(64)  not null,
  attempts      integer      not null,
  blocked_until bigint       not null,
  primary key (user_name, network)
);

create table audit_event (
  id            varchar(36)   not null primary key,
  occurred_at   bigint        not null,
  actor_type    varchar(16)   not null,
  actor_id      varchar(36),
  actor_name    varchar(255)  not null,
  action        varchar(32)   not null,
  resource_type varchar(16),
  resource_id   varchar(36),
  resource_name varchar(255),
  outcome       varchar(16)   not null,
  status        integer       not null,
  detail        varchar(1000),
  changes       ${text},
  request_id    varchar(128)
);
create index audit_event_resource on audit_event (resource_id, id);
create index audit_event_occurred on audit_event (occurred_at);
insert into resource_count (resource_type, stripe, total) values ('User', 0, 0), ('Group', 0, 0);
insert into resource_count (resource_type, stripe, total) values ('User', 1, 0), ('Group', 1, 0);
insert into resource_count (resource_type, stripe, total) values ('User', 2, 0), ('Group', 2, 0);
insert into resource_count (resource_type, stripe, total) values ('User', 3, 0), ('Group', 3, 0);
insert into resource_count (resource_type, stripe, total) values ('User', 4, 0), ('Group', 4, 0);
insert into resource_count (resource_type, stripe, total) values ('User', 5, 0), ('Group', 5, 0);
insert into resource_count (resource_type, stripe, total) values ('User', 6, 0), ('Group', 6, 0);
insert into resource_count (resource_type, stripe, total) values ('User', 7, 0), ('Group', 7, 0);
insert into resource_count (resource_type, stripe, total) values ('User', 8, 0), ('Group', 8, 0);
insert into resource_count (resource_type, stripe, total) values ('User', 9, 0), ('Group', 9, 0);
insert into resource_count (resource_type, stripe, total) values ('User', 10, 0), ('Group', 10, 0);
insert into resource_count (resource_type, stripe, total) values ('User', 11, 0), ('Group', 11, 0);
insert into resource_count (resource_type, stripe, total) values ('User', 12, 0), ('Group', 12, 0);
insert into resource_count (resource_type, stripe, total) values ('User', 13, 0), ('Group', 13, 0);
insert into resource_count (resource_type, stripe, total) values ('User', 14, 0), ('Group', 14, 0);
insert into resource_count (resource_type, stripe, total) values ('User', 15, 0), ('Group', 15, 0);
