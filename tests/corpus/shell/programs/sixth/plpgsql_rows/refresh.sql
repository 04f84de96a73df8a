create table raw(line int, sensor text, reading text, taken text);
create table measured(sensor text primary key, reading numeric(5,2), taken date);
insert into raw values (1,'roof','12.5','2026-11-26'), (2,'cellar','n/a','2026-11-26'),
  (3,'barn','7.25','2026-02-30'), (4,'oven','184220.1','2026-11-26'), (5,'gate','3.0','2026-11-26');
create function parse(r raw) returns void language plpgsql as $$
begin
  insert into measured values (r.sensor, r.reading::numeric, r.taken::date);
end $$;
do $$
declare
  r raw; good int := 0; bad int := 0; told text;
begin
  for r in select * from raw order by line loop
    begin
      perform parse(r);
      good := good + 1;
    exception when others then
      get stacked diagnostics told = pg_exception_context;
      bad := bad + 1;
      raise warning 'line % left out: % (SQLSTATE %)', r.line, sqlerrm, sqlstate using detail = told;
    end;
  end loop;
  raise notice '% lines taken, % left out', good, bad;
end $$;
