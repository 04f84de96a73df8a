use strict; use warnings;
package Job::Error { sub new { my ($c, %a) = @_; bless {%a}, $c } sub throw { my $c = shift; die $c->new(@_) } }
sub reserve { Job::Error->throw(code => 507, text => "no space on volume /data") }
$| = 1;
print "reserving\n";
reserve();
