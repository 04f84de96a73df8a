use strict;
use warnings;
use Template;

my $template = Template->new({ INCLUDE_PATH => "templates", STRICT => 1 }) or die Template->error, "\n";
for my $name (qw(welcome reminder)) {
    print STDERR "mail: $name\n";
    $template->process("$name.tt", { user => { name => "Ada" } }) or die "mail: cannot render $name: ", $template->error, "\n";
}
