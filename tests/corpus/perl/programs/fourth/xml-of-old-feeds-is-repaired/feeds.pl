use strict;
use warnings;
use XML::LibXML;

my %feeds = (
    a => '<feed><entry id="1"/></feed>',
    b => '<feed><entry id="2"></feed>',
    c => '<feed><entry id=3/>&nbsp;</feed>',
);
for my $name (sort keys %feeds) {
    my $tree = eval { XML::LibXML->load_xml(string => $feeds{$name}) };
    if (!$tree) {
        warn "$name.xml: $@";
        $tree = XML::LibXML->load_xml(string => $feeds{$name}, recover => 1);
    }
    printf "%s.xml: %d entries\n", $name, $tree->findnodes('//entry')->size;
}
