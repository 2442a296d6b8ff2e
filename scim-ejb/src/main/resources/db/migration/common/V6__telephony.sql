-- Telephony services. What a person has also stands in that person's document, written in the same transaction; these
-- tables decide. Whoever changes them locks the person's row first, then the row of the number, extension or licence.

-- seats is null where they are not limited; seats_used is kept under the row's lock and is never more than seats.
alter table license add column seats integer;
alter table license add column seats_used integer default 0 not null;

-- Who has a reason for a licence: by hand, by a group, by Okta. A row takes one seat, for however many reasons, while its
-- state is HELD; WAITING (no seat was left) and GIVEN_UP (freed while the person is deactivated) take none.
create table license_seat (
  license_id  ${key}       not null references license (id) on delete cascade,
  person_id   varchar(36)  not null,
  state       varchar(8)   not null,
  by_hand     boolean      not null,
  by_group    boolean      not null,
  by_okta     boolean      not null,
  since       bigint       not null,
  assigned_by varchar(255) not null,
  primary key (license_id, person_id)
);
create index license_seat_person on license_seat (person_id, license_id);
create index license_seat_since on license_seat (license_id, state, since desc, person_id);

-- Members of the group have the licence.
create table license_group (
  license_id ${key}       not null references license (id) on delete cascade,
  group_id   varchar(36)  not null,
  created_at bigint       not null,
  created_by varchar(255) not null,
  primary key (license_id, group_id)
);
create index license_group_group on license_group (group_id);

-- What has still to be brought in line with groups and with what Okta gives: a licence for everybody, or for one person.
-- Rows are only ever added and removed, so that no push waits for another one, or for who brings in line. license_id is
-- what Okta sent and may name nothing.
create table license_work (
  id            varchar(36) not null primary key,
  license_id    ${key}      not null,
  person_id     varchar(36),
  claimed_by    varchar(36),
  claimed_until bigint      not null
);
create index license_work_claimed on license_work (claimed_until);

-- The pool of phone numbers, in E.164 form. The constraint is what two servers cannot get past: one number a person.
create table phone_number (
  number      ${key}       not null primary key,
  version     bigint       not null,
  state       varchar(8)   not null,
  person_id   varchar(36),
  rests_until bigint,
  added_at    bigint       not null,
  added_by    varchar(255) not null,
  changed_at  bigint       not null,
  constraint phone_number_person unique (person_id)
);
create index phone_number_state on phone_number (state, number);

create table extension_range (
  id              varchar(36)  not null primary key,
  version         bigint       not null,
  name            varchar(100) not null,
  first_extension ${key}       not null,
  last_extension  ${key}       not null,
  created_at      bigint       not null,
  created_by      varchar(255) not null
);
create unique index extension_range_first on extension_range (first_extension);

create table extension_number (
  extension   ${key}       not null primary key,
  version     bigint       not null,
  range_id    varchar(36)  not null,
  state       varchar(8)   not null,
  person_id   varchar(36),
  rests_until bigint,
  changed_at  bigint       not null,
  constraint extension_number_person unique (person_id)
);
create index extension_number_state on extension_number (range_id, state, extension);
