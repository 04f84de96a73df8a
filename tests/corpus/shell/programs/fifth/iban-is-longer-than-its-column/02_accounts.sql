insert into accounts values (1, 'DE02120300000000202051'), (2, 'DE02500105170137075030');
select count(*) as accounts from accounts;
insert into accounts values (3, 'FR1420041010050500013M02606');
