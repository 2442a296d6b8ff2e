-- One row: where Okta is and how Roster signs in there, and which attributes of Okta get the extension and the number
-- (null for none). Each part remembers who saved it last, and when.
create table okta_connection (
  id                  integer     not null primary key,
  version             bigint      not null,
  url                 varchar(255),
  authentication      varchar(16) not null,
  client_id           varchar(64),
  connection_saved_at bigint,
  connection_saved_by varchar(255),
  extension_attribute varchar(64),
  number_attribute    varchar(64),
  attributes_saved_at bigint,
  attributes_saved_by varchar(255)
);
insert into okta_connection (id, version, authentication, extension_attribute, number_attribute)
  values (1, 0, 'API_TOKEN', 'telephonyExtension', 'primaryPhone');

-- Secrets that Roster must be able to read again, sealed with a key that is derived from ROSTER_SECRET_KEY; null once a
-- key is only served. kind: API_TOKEN, PRIVATE_KEY. state: NEXT (served, not used yet), CURRENT, RETIRED (served until
-- retires_at).
create table okta_secret (
  id           varchar(36)  not null primary key,
  version      bigint       not null,
  kind         varchar(16)  not null,
  state        varchar(8)   not null,
  sealed       ${text},
  public_jwk   ${text},
  hint         varchar(8)   not null,
  created_at   bigint       not null,
  created_by   varchar(255) not null,
  last_used_at bigint,
  retires_at   bigint
);
