-- Mail: by which server it is sent, what waits to be sent, and what came of it.

-- One row. security: NONE, STARTTLS, TLS. recipients: addresses separated by blanks, of the notices to administrators.
create table mail_settings (
  id                integer      not null primary key,
  version           bigint       not null,
  host              varchar(255),
  port              integer      not null,
  security          varchar(8)   not null,
  user_name         varchar(255),
  sealed_password   varchar(2000),
  sender            varchar(255),
  recipients        varchar(2700),
  server_saved_at   bigint,
  server_saved_by   varchar(255),
  notices_saved_at  bigint,
  notices_saved_by  varchar(255)
);
insert into mail_settings (id, version, port, security) values (1, 1, 587, 'STARTTLS');

-- A mail is written in the transaction of what it tells about, and sent afterwards. state: WAITING, SENT, PARKED. claim:
-- who sends it, until claimed_until; a server that is gone does not end that, and another one goes on. remaining: who has not
-- got it yet, after some have; null for everybody who gets notices. problem, detail: why the last attempt failed, and what
-- the mail server said. ended_at: since when it is sent or parked.
create table mail_outbox (
  id            varchar(36)  not null primary key,
  subject       varchar(255) not null,
  content       ${text}      not null,
  created_at    bigint       not null,
  state         varchar(8)   not null,
  attempts      integer      not null,
  due_at        bigint       not null,
  claim         varchar(36),
  claimed_until bigint       not null,
  remaining     varchar(2700),
  problem       varchar(24),
  detail        varchar(1000),
  ended_at      bigint
);
create index mail_outbox_due on mail_outbox (state, due_at, id);
create index mail_outbox_ended on mail_outbox (ended_at, id);
create index mail_outbox_latest on mail_outbox (state, created_at desc, id desc);
