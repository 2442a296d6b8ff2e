-- What becomes of the services of those who are deactivated: the days of grace after which a kind of service is freed,
-- 0 for at once; null where it is kept.
create table service_policy (
  kind       varchar(16)  not null primary key,
  version    bigint       not null,
  grace_days integer,
  changed_at bigint,
  changed_by varchar(255)
);
insert into service_policy (kind, version) values ('NUMBER', 1), ('EXTENSION', 1), ('LICENSE', 1);

-- Since when somebody is deactivated. No due date: a policy that changes holds for those who have left already, too.
create table departure (
  person_id varchar(36) not null primary key,
  left_at   bigint      not null
);
create index departure_left on departure (left_at, person_id);
insert into departure (person_id, left_at) select id, modified_at from person where active = false;

-- What was freed of those who left, so that the same comes back with them: a number or an extension. Seats that they gave
-- up are rows of license_seat.
create table freed_service (
  person_id varchar(36) not null,
  kind      varchar(16) not null,
  subject   ${key}      not null,
  freed_at  bigint      not null,
  primary key (person_id, kind)
);

-- What did not come back, told on the person's page until somebody has read it.
create table service_note (
  person_id varchar(36) not null,
  kind      varchar(16) not null,
  subject   ${key}      not null,
  reason    varchar(16) not null,
  noted_at  bigint      not null,
  primary key (person_id, kind, subject)
);

-- Work on the services of a selection of people, done in the background. Whoever works on it keeps moving leased_until; a
-- server that is gone does not, and another one goes on. The counts are those of bulk_person.
create table bulk_work (
  id           varchar(36)  not null primary key,
  action       varchar(32)  not null,
  subject      varchar(64),
  total        integer      not null,
  done         integer      not null,
  unchanged    integer      not null,
  refused      integer      not null,
  state        varchar(8)   not null,
  leased_until bigint       not null,
  created_at   bigint       not null,
  created_by   varchar(255) not null,
  ended_at     bigint,
  seen         boolean      not null
);
create index bulk_work_created on bulk_work (created_at);
create index bulk_work_state on bulk_work (state, leased_until);
create index bulk_work_seen on bulk_work (created_by, seen);

-- What came of it for each person; outcome is null until then. given is what was assigned or released.
create table bulk_person (
  work_id   varchar(36) not null,
  person_id varchar(36) not null,
  outcome   varchar(16),
  reason    varchar(32),
  given     varchar(64),
  primary key (work_id, person_id)
);
create index bulk_person_outcome on bulk_person (work_id, outcome, person_id);
