puts "packing"
$stdout.flush
system("tar", "-cf", "/dev/null", "/app/no-such-folder", exception: true) # RAISES
