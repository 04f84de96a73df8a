create table depot(id text primary key);
create table delivery(id int primary key, depot text references depot, crates int check (crates > 0));
insert into depot values ('NORTH'), ('SOUTH');
