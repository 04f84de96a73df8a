use strict;
use warnings;
use autodie;
use File::Path qw(remove_tree);
use Sys::Hostname;
use POSIX qw(strftime);

sub say_ { printf "%s %s sweep: %s\n", strftime('%b %e %H:%M:%S', gmtime), hostname, join ' ', @_ }

my %removed;
for my $path (qw(/tmp/spool/a.lock /tmp/spool/b.lock /tmp/spool/run.pid)) {
    eval { unlink $path; $removed{$path} = 1; 1 } or do { my $e = "$@"; $e =~ s/\n/ /g; say_("ignored: $e") };
}
mkdir '/tmp/spool' unless -d '/tmp/spool';
for my $path (qw(/tmp/spool/x /tmp/spool/y)) { mkdir $path unless -d $path }
eval { rmdir '/tmp/spool'; 1 } or say_("rmdir says: " . $@->errno . " (function " . $@->function . ", line " . $@->line . ")");
eval { opendir my $dir, '/tmp/spool/z'; 1 } or say_("no z to sweep: $@");
remove_tree('/tmp/spool', '/tmp/nowhere', { error => \my $errors, verbose => 1 });
say_("error from remove_tree: ", %$_) for @$errors;
eval { kill 0 => 3999999; 1 } or say_("stale pid 3999999: " . $@->errno);
say_("swept, 0 left");
