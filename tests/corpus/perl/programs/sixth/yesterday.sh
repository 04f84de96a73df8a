# The messages of last night's jobs, each once, explained for the shift that reads them.
mkdir -p /tmp/night && cd /tmp/night
cat > meters.pl <<'P'
use warnings;
my %read = (north => 17, south => undef, east => "12 kWh");
my $sum = 0;
$sum += $read{$_} for sort keys %read;
print "sum $sum\n";
my @rows = map { [$_, $read{$_}] } sort keys %read;
print "first: $rows[0]->{name}\n";
P
cat > tariff.pl <<'P'
use strict;
my $rate = lookup("day");
print "rate $rate\n";
P
for job in meters tariff; do
  perl $job.pl >>night.log 2>>night.err || echo "$job: ended with $?" >>night.log
done
echo "== messages of the night: $(wc -l <night.err)"
splain night.err
echo "== end of the explanations, $(date -u +%F) filed as read"
rm -r /tmp/night
