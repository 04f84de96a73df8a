-- refused statements are for the clerks, the others must go in
begin;
insert into delivery values (7001, 'NORTH', 12);
insert into delivery values (7002, 'EAST', 3);
insert into delivery values (7003, 'SOUTH', 5);
insert into delivery values (7001, 'SOUTH', 1);
insert into delivery values (7004, 'SOUTH', 0);
insert into delivery values (7005, 'NORTH', 'two');
insert into delivery values (7006, 'NORTH', 44);
commit;
