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

-- What has still to be brought in line with groups and with what Okta gives: a licence for everybody, or for one person;
-- renamed where the people who have it still bear its old name. Every change adds a row of its own, so that no push waits
-- for another one, or for who brings in line. license_id is what Okta sent and may name nothing.
create table license_work (
  id            varchar(36) not null primary key,
  license_id    ${key}      not null,
  person_id     varchar(36),
  renamed       boolean     not null,
  claimed_by    varchar(36),
  claimed_until bigint      not null
);
create index license_work_claimed on license_work (claimed_until);

-- Who has been given a licence by Okta before there were seats takes one at the first start.
insert into license_work (id, license_id, renamed, claimed_until) select id, id, false, 0 from license;

-- The pool of phone numbers, in E.164 form. The constraint is what two servers cannot get past: one number a person.
-- free_from says all of the state: 0 for one that nobody had, the end of its rest for one that was released, and the
-- largest number (9223372036854775807) for one that somebody has. So what is free is one stretch of an index, and becomes
-- free by itself.
create table phone_number (
  number     ${key}       not null,
  person_id  varchar(36),
  free_from  bigint       not null,
  added_at   bigint       not null,
  added_by   varchar(255) not null,
  changed_at bigint       not null,
  constraint phone_number_key primary key (number),
  constraint phone_number_person unique (person_id)
);
create index phone_number_free on phone_number (free_from, number);
create index phone_number_changed on phone_number (changed_at, number);

-- For how many days what was released rests.
create table rest_time (
  kind varchar(16) not null primary key,
  days integer     not null
);
insert into rest_time (kind, days) values ('NUMBER', 30), ('EXTENSION', 7);

-- Numbers from a file that an administrator has been shown and not yet confirmed, a line each.
create table number_upload (
  id         varchar(36)  not null primary key,
  numbers    ${text}      not null,
  created_at bigint       not null,
  created_by varchar(255) not null
);

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

-- free_from as at phone_number.
create table extension_number (
  extension  ${key}      not null,
  range_id   varchar(36) not null,
  person_id  varchar(36),
  free_from  bigint      not null,
  changed_at bigint      not null,
  constraint extension_number_key primary key (extension),
  constraint extension_number_person unique (person_id)
);
create index extension_number_free on extension_number (range_id, free_from, extension);
create index extension_number_next on extension_number (free_from, extension);
create index extension_number_changed on extension_number (changed_at, extension);
