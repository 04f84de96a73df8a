my $sum=0; while(<>){ $sum+=$_ or die "no number: $_" }
print "$sum\n";
