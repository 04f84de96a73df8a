create table views(day date, page text, n int);
create table daily(day date primary key, n bigint);
insert into views select '2026-11-26', 'page-' || g, g % 17 from generate_series(1, 500) g;
insert into daily values ('2026-11-26', 0);
