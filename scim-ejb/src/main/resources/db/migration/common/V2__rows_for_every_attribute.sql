-- One row for each value of an attribute that is filtered or sorted by and has no column of its own. Single-valued
-- attributes have one row, multi-valued ones a row for each value. Numbers and times (seconds since 1970 UTC) stand in
-- number_value, everything else as text in value_key. No foreign key: what deletes a resource deletes its rows, and a
-- look-up of the resource for each row would cost more than the row.
drop table person_value;

create table person_value (
  person_id    varchar(36)  not null,
  attribute    varchar(160) not null,
  ordinal      integer      not null,
  value_key    ${key},
  number_value decimal(31, 9),
  type_key     ${key},
  display_key  ${key},
  is_primary   boolean,
  is_first     boolean      not null,
  primary key (person_id, attribute, ordinal)
);
create index person_value_text on person_value (attribute, value_key, person_id);
create index person_value_number on person_value (attribute, number_value, person_id);

create table group_value (
  group_id     varchar(36)  not null,
  attribute    varchar(160) not null,
  ordinal      integer      not null,
  value_key    ${key},
  number_value decimal(31, 9),
  type_key     ${key},
  display_key  ${key},
  is_primary   boolean,
  is_first     boolean      not null,
  primary key (group_id, attribute, ordinal)
);
create index group_value_text on group_value (attribute, value_key, group_id);
create index group_value_number on group_value (attribute, number_value, group_id);
