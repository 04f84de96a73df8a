use strict;
use warnings;
use Test::More;
eval { require Modbus::Client; 1 } or plan skip_all => "no Modbus::Client: " . (split /\(/, $@)[0];
