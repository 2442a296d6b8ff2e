-- In which attribute of Okta the value of a field stands. When another attribute is configured, what the old one has of
-- Roster is kept in outbox_former until it is cleared there, or found not to be Roster's any more.
alter table outbox_field add column attribute varchar(64);
update outbox_field set attribute = (select number_attribute from okta_connection) where field = 'NUMBER';
update outbox_field set attribute = (select extension_attribute from okta_connection) where field = 'EXTENSION';

create table outbox_former (
  person_id varchar(36) not null,
  field     varchar(16) not null,
  attribute varchar(64) not null,
  value     varchar(255),
  announced varchar(255),
  primary key (person_id, field, attribute)
);

-- For which attributes everybody was put into the outbox: with others, everybody is put in again.
alter table syncback_lease add column number_attribute varchar(64);
alter table syncback_lease add column extension_attribute varchar(64);
update syncback_lease set
  number_attribute = (select number_attribute from okta_connection),
  extension_attribute = (select extension_attribute from okta_connection);

-- How many answers said that too many calls ran at once, and to how many calls the run came down because of them.
alter table syncback_run add column crowded bigint default 0 not null;
alter table syncback_run add column fewest_at_once integer;

-- Derby reads no index backwards.
create index syncback_run_latest on syncback_run (started_at desc, id desc);
