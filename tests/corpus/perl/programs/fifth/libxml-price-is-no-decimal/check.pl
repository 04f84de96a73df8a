use strict;
use warnings;
use XML::LibXML;

my $schema = XML::LibXML::Schema->new(location => 'price.xsd');
my ($good, @feeds) = (0, sort glob 'feeds/*.xml');
print "check: ", scalar @feeds, " feeds against price.xsd\n";
for my $feed (@feeds) {
    my $doc = XML::LibXML->load_xml(location => $feed);
    $schema->validate($doc);
    printf "check: %-16s ok, %d prices\n", $feed, scalar @{$doc->getElementsByTagName('price')};
    $good++;
}
print "check: $good feeds are good\n";
