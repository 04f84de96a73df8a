#!/bin/bash
set -u
printf 'one\n' >one.txt
perl -MArchive::Zip -e 'my $z = Archive::Zip->new; $z->addFile("one.txt"); $z->writeToFileNamed("good.zip") == 0 or die "zip"'
head -c 60 good.zip >cut.zip
for archive in good.zip cut.zip missing.zip; do
    perl -MArchive::Zip=:ERROR_CODES -e '
        my $z = Archive::Zip->new;
        $z->read($ARGV[0]) == AZ_OK or die "$ARGV[0]: cannot be read\n";
        print "$ARGV[0]: $_\n" for $z->memberNames' "$archive" || echo "skipped $archive ($?)"
done
exit 0
