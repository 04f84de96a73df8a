use strict;
use warnings;
use Pod::Usage;
open(my $self, "<", $0) or die;
print while <$self>;
exit 0;

=head1 DIAGNOSTICS

=over

=item port is no number: 'x' at serve.pl line 6.

The settings hold text where a number is wanted. The program dies with 255.

=item Can't locate JSON.pm in @INC (you may need to install the JSON module)

Install it.

=back

=cut
