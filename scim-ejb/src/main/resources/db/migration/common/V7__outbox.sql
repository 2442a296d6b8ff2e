-- What waits to be written to Okta. One row for a person, however many changes pile up; it outlives the person, so that
-- Okta hears of a deletion too. requested grows with every change: what was read at one count is done only if the count
-- is still the same. state: PENDING, PARKED (refused, needs somebody), HELD (by an administrator), DONE.
create table outbox (
  person_id     varchar(36)  not null primary key,
  okta_id       varchar(255) not null,
  requested     bigint       not null,
  state         varchar(8)   not null,
  next_attempt  bigint       not null,
  attempts      integer      not null,
  waiting_since bigint       not null,
  changed_at    bigint       not null,
  lifecycle     varchar(16),
  reason        varchar(32),
  detail        varchar(1000)
);
create index outbox_state on outbox (state, next_attempt, person_id);

-- What came of each field of a person at last. value is what Okta has of Roster, null where it has nothing; announced is
-- what was about to be written, noted before the call, so that also after a crash only what is Roster's is ever cleared.
-- What Okta pushes back of them is an echo.
create table outbox_field (
  person_id  varchar(36)  not null,
  field      varchar(16)  not null,
  state      varchar(16)  not null,
  value      varchar(255),
  announced  varchar(255),
  reason     varchar(32),
  written_at bigint,
  checked_at bigint       not null,
  echoed_at  bigint,
  primary key (person_id, field)
);

-- Each outcome of each field, kept for a time.
create table syncback_outcome (
  id           varchar(36)  not null primary key,
  run_id       varchar(36)  not null,
  person_id    varchar(36)  not null,
  okta_id      varchar(255) not null,
  field        varchar(16)  not null,
  state        varchar(16)  not null,
  before_value varchar(255),
  after_value  varchar(255),
  reason       varchar(32),
  detail       varchar(1000),
  occurred_at  bigint       not null
);
create index syncback_outcome_person on syncback_outcome (person_id, id);
create index syncback_outcome_run on syncback_outcome (run_id, id);
create index syncback_outcome_occurred on syncback_outcome (occurred_at);

create table syncback_run (
  id               varchar(36)  not null primary key,
  cause            varchar(16)  not null,
  started_by       varchar(255),
  server           varchar(255) not null,
  started_at       bigint       not null,
  beat_at          bigint       not null,
  ended_at         bigint,
  ending           varchar(16),
  detail           varchar(1000),
  stop_requested   boolean      not null,
  people           bigint       not null,
  written          bigint       not null,
  unchanged        bigint       not null,
  retried          bigint       not null,
  parked           bigint       not null,
  calls            bigint       not null,
  rate_limited     bigint       not null,
  rate_limit       integer,
  lowest_remaining integer
);
create index syncback_run_started on syncback_run (started_at);

-- One row: how sync-back goes about it.
create table syncback_setting (
  id               smallint    not null primary key,
  version          bigint      not null,
  enabled          boolean     not null,
  share_percent    integer     not null,
  concurrency      integer     not null,
  interval_minutes integer     not null,
  when_deactivated varchar(16) not null,
  unsuspends       boolean     not null,
  reactivates      boolean     not null
);
insert into syncback_setting (id, version, enabled, share_percent, concurrency, interval_minutes, when_deactivated,
                              unsuspends, reactivates)
  values (1, 0, false, 50, 10, 1, 'NOTHING', false, false);

-- One row: the run that goes on somewhere, until its lease ends for want of a sign of life. refill_after is null, or the
-- person behind whom everybody with services is still to be put into the outbox.
create table syncback_lease (
  id           smallint not null primary key,
  run_id       varchar(36),
  lease_until  bigint   not null,
  refill_after varchar(36)
);
insert into syncback_lease (id, lease_until) values (1, 0);
