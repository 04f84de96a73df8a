use strict;
use warnings;
printf "%-28s %6d %s\n", @$_ for (["died at worker.pl line 20", 3, "last week"], ["error: timeout", 0, "never"], ["panic", 0, "never"]);
print qq({"error":null,"die":false,"n":$_}\n) for 1 .. 20;
