#!/usr/bin/perl
use strict;
use warnings;

die "job.pl: no queue given\n" if !@ARGV;

=head1 NAME

job.pl - works a queue off

=head1 DIAGNOSTICS

=over 4

=item C<job.pl: no queue given>

Fatal: name a queue.

=item C<Can't locate object method "next" via package "Queue" at job.pl line 12.>

The queue's module is too old. Exit code 255.

=item C<Out of memory!>

Use smaller batches.

=head1 EXIT STATUS

0 if all went well, 1 after an error.

=cut
