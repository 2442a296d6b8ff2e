-- Who is signed in to the console, at whichever server: the browser's cookie has a secret, this its hash. Instants are
-- milliseconds since 1970.
create table console_login (
  secret_hash varchar(64)  not null primary key,
  user_name   varchar(255) not null references administrator (user_name) on delete cascade,
  began_at    bigint       not null,
  seen_at     bigint       not null
);
