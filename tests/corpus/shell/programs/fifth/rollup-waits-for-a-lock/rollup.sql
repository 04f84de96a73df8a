set lock_timeout = '400ms';
begin;
update daily d
   set n = (select sum(n) from views v where v.day = d.day);
commit;
