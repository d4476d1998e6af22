-- Whoever has an account; userservice writes it.
create table users (
    accountid char(10) primary key,
    username  varchar(64) not null unique,
    passhash  bytea not null,
    firstname varchar(64) not null,
    lastname  varchar(64) not null,
    birthday  date not null,
    timezone  varchar(8) not null,
    address   varchar(64) not null,
    state     char(2) not null,
    zip       varchar(5) not null,
    ssn       char(11) not null
);
