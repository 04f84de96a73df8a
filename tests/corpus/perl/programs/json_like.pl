use strict; use warnings; use JSON::PP;
sub conf { my ($t) = @_; return JSON::PP->new->decode($t) } # RAISES
$| = 1;
print conf('{"queue": "night"}')->{queue}, "\n";
print conf('{"queue": night}')->{queue}, "\n";
