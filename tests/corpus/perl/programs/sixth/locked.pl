use strict;
use warnings;
use DBI;
use Log::Log4perl qw(:easy);
use Time::HiRes qw(sleep);

Log::Log4perl->easy_init({ level => $DEBUG, layout => '%d{HH:mm:ss.SSS} [%P] %-5p %m%n' });
my $file = "/tmp/tally.db";
unlink $file;

sub connected {
    DBI->connect("dbi:SQLite:dbname=$file", "", "", { RaiseError => 1, PrintError => 1, sqlite_use_immediate_transaction => 1 });
}

connected()->do("CREATE TABLE tally (day TEXT PRIMARY KEY, visits INTEGER)");
my $holder = fork;
if (!$holder) {
    my $db = connected();
    $db->begin_work;
    $db->do("INSERT INTO tally VALUES ('2026-02-01', 311)");
    sleep 0.9;
    $db->commit;
    INFO "compaction: lock given back";
    exit 0;
}
sleep 0.2;
my $db = connected();
$db->sqlite_busy_timeout(50);
my %visits = ('2026-02-02' => 280, '2026-02-03' => 341, '2026-02-04' => 305);
for my $day (sort keys %visits) {
    for my $try (1 .. 8) {
        last if eval { $db->do("INSERT INTO tally VALUES (?, ?)", undef, $day, $visits{$day}); INFO "$day: $visits{$day} visits"; 1 };
        ERROR "$day, attempt $try: $@";
        sleep 0.2 * $try;
    }
}
waitpid $holder, 0;
INFO sprintf "tally holds %d days", $db->selectrow_array("SELECT count(*) FROM tally");
