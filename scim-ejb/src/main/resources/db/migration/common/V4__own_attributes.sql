-- Attributes that administrators define, in an extension of User and one of Group. What decides how values are stored and
-- compared (name, type, multi_valued, case_exact) never changes; name_key is the name in lower case.
create table own_attribute (
  id               varchar(36)  not null primary key,
  version          bigint       not null,
  resource_type    varchar(16)  not null,
  name             varchar(64)  not null,
  name_key         ${key}       not null,
  type             varchar(16)  not null,
  multi_valued     boolean      not null,
  required         boolean      not null,
  case_exact       boolean      not null,
  canonical_values ${text}      not null,
  description      varchar(500) not null,
  created_at       bigint       not null,
  created_by       varchar(255) not null,
  modified_at      bigint       not null,
  modified_by      varchar(255) not null
);
create unique index own_attribute_name on own_attribute (resource_type, name_key);

-- One row, which every change counts up: by it the servers see that they have to read the attributes again.
create table schema_version (
  id      integer not null primary key,
  version bigint  not null
);
insert into schema_version (id, version) values (1, 0);
