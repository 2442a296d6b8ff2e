-- What Okta discovers and gives to people. The id is a short name that an administrator chooses and Okta sends back as
-- value; it is compared by code point, so that pages are in the same order on both databases.

create table directory_role (
  id               ${key}        not null primary key,
  version          bigint        not null,
  document         ${text}       not null,
  display_name     varchar(255)  not null,
  display_name_key ${key}        not null,
  description      varchar(1000),
  created_at       bigint        not null,
  modified_at      bigint        not null
);
create index directory_role_display_name on directory_role (display_name_key, id);

create table license (
  id               ${key}        not null primary key,
  version          bigint        not null,
  document         ${text}       not null,
  display_name     varchar(255)  not null,
  display_name_key ${key}        not null,
  description      varchar(1000),
  created_at       bigint        not null,
  modified_at      bigint        not null
);
create index license_display_name on license (display_name_key, id);

insert into resource_count (resource_type, stripe, total) values
  ('Role', 0, 0), ('License', 0, 0),
  ('Role', 1, 0), ('License', 1, 0),
  ('Role', 2, 0), ('License', 2, 0),
  ('Role', 3, 0), ('License', 3, 0),
  ('Role', 4, 0), ('License', 4, 0),
  ('Role', 5, 0), ('License', 5, 0),
  ('Role', 6, 0), ('License', 6, 0),
  ('Role', 7, 0), ('License', 7, 0),
  ('Role', 8, 0), ('License', 8, 0),
  ('Role', 9, 0), ('License', 9, 0),
  ('Role', 10, 0), ('License', 10, 0),
  ('Role', 11, 0), ('License', 11, 0),
  ('Role', 12, 0), ('License', 12, 0),
  ('Role', 13, 0), ('License', 13, 0),
  ('Role', 14, 0), ('License', 14, 0),
  ('Role', 15, 0), ('License', 15, 0);
