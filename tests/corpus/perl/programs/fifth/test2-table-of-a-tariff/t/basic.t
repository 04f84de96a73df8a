use Test2::V0;
ok(require Tariff, 'loads');
diag 'error: no network, live tariffs are not tested';
done_testing;
