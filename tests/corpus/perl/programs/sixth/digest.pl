use strict;
use warnings;
use Capture::Tiny qw(capture_merged);
use Mail::Header;
use Mail::Internet;

# Runs the probes of the lab machines as they are and mails what they print to the people who own them.
my @probes = (
    [gauge  => [qw(python3 -c), 'import json; print(json.loads("{\"level\": }"))']],
    [tank   => [qw(sqlite3 /tmp/none.db), 'SELECT level FROM tank']],
    [valve  => ['sh', '-c', 'printf "int main(){ return vlave(); }" | gcc -Wall -x c - -o /tmp/valve']],
    [clock  => [qw(date -u -d 2026-02-01 +%A)]],
);
my @body;
for (@probes) {
    my ($name, $command) = @$_;
    my $text = capture_merged { system @$command };
    my $code = $? >> 8;
    push @body, "Probe $name ended with $code", map({ "> $_" } split /\n/, $text), "";
}
my $head = Mail::Header->new([
    "From: probes\@lab.example\n", "To: owners\@lab.example\n", "Subject: 3 of 4 probes failed (fatal: 0)\n", "X-Errors: 3\n"]);
my $mail = Mail::Internet->new(Header => $head, Body => [map { "$_\n" } @body]);
$mail->print(\*STDOUT);
unlink "/tmp/none.db";
print "-- \n250 2.0.0 queued for 2 owners\n";
