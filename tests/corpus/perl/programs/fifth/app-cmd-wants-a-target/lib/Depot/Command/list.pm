package Depot::Command::list;
use Depot -command;
sub abstract { 'list what is there' }
sub execute { print "a.tar\nb.tar\n" }
1;
