create table job (id integer primary key, name text not null, state text check (state in ('new', 'done', 'error')));
insert into job values (1, 'weekly error report', 'done');
insert into job values (2, 'invoice', 'new');
select count(*) || ' jobs before' from job;
insert into job values (3, 'mail', 'sent');
select 'not reached';
