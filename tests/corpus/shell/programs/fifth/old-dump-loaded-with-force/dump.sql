set sql_mode = '';
create table pages(id int primary key, title varchar(12)) engine=Federatedx9;
drop table if exists no_such_table;
create table pages(id int primary key, title varchar(12));
insert into pages values (1, 'Start'), (2, 'Errors and how to read them');
insert into pages values (2, 'Help');
insert into pages values (3, 'About');
grant select on wiki.* to 'reader'@'nowhere' identified via no_such_plugin;
update pages set title = 'Home' where id = '1 x';
