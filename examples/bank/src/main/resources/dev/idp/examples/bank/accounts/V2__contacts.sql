-- Whom a customer pays, here or at other banks.
create table contacts (
    username    varchar(64) not null references users (username),
    label       varchar(128) not null,
    account_num char(10) not null,
    routing_num char(9) not null,
    is_external boolean not null
);

create index contacts_of_user on contacts (username);
