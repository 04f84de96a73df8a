create table accounts(id int primary key, iban varchar(22) not null);
create table bookings(account int not null, cents bigint, foreign key (account) references accounts(id));
