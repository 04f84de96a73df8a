use Test2::V0;
use Tariff;

like(dies { Tariff->parse('x') }, qr/no range/, 'refuses what is no range');
subtest 'steps' => sub {
    is(scalar @{Tariff->steps(1, 3)}, 3, 'three steps');
    is(Tariff->steps(1, 2), [{kwh => 100, cents => 2890}, {kwh => 200, cents => 5800}], 'cents of two steps'); # RAISES
    ok(lives { Tariff->parse('1-2') }, 'reads a range');
};
todo 'bonus is not in yet' => sub { is(Tariff->steps(0, 0), [], 'no step, no price') };
done_testing;
