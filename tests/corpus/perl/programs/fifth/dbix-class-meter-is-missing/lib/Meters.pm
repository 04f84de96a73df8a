package Meters::Result::Meter;
use base 'DBIx::Class::Core';
__PACKAGE__->table('meter');
__PACKAGE__->add_columns(qw(id street));
__PACKAGE__->set_primary_key('id');

package Meters::Result::Reading;
use base 'DBIx::Class::Core';
__PACKAGE__->table('reading');
__PACKAGE__->add_columns(qw(id meter kwh));
__PACKAGE__->set_primary_key('id');

package Meters;
use base 'DBIx::Class::Schema';
__PACKAGE__->register_class(Meter => 'Meters::Result::Meter');
__PACKAGE__->register_class(Reading => 'Meters::Result::Reading');
1;
