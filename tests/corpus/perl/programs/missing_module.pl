use strict;
use warnings;
use JSON::Very::Fast::Missing; # RAISES

print JSON::Very::Fast::Missing::encode({}), "\n";
