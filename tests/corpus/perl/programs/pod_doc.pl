use strict; use warnings;
print <<'TEXT';
DIAGNOSTICS
    "Can't locate Foo.pm in @INC at job.pl line 3."
        Foo is not installed.
    "Died at job.pl line 12."
        A step died without text. Run again with --verbose:

            step 3 failed at job.pl line 12.
                    main::step(3) called at job.pl line 20
                    main::main() called at job.pl line 31
TEXT
print "page $_ rendered\n" for 1 .. 16;
