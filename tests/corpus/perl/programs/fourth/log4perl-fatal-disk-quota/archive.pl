use strict;
use warnings;
use Log::Log4perl qw(get_logger);

Log::Log4perl->init(\<<'CONF');
log4perl.rootLogger = DEBUG, Screen
log4perl.appender.Screen = Log::Log4perl::Appender::Screen
log4perl.appender.Screen.layout = Log::Log4perl::Layout::PatternLayout
log4perl.appender.Screen.layout.ConversionPattern = %d{yyyy-MM-dd HH:mm:ss} %-5p [%P] %c %F{1}:%L - %m%n
CONF
my $log = get_logger("Archive::Nightly");
$log->info("starting the nightly archive");
for my $day (1 .. 3) {
    $log->debug("packing day $day");
}
my $target = "/full";
$target = "/dev/full";
open my $out, ">", $target or $log->logdie("cannot open $target: $!");
print {$out} "x" x 100_000;
unless (close $out) {
    $log->fatal("cannot write archive-2026-11.tar: $!");
    $log->info("cleaning up temporary files");
    $log->info("lock released");
    exit 12;
}
