import sys
open(sys.argv[2], "w").write("/* %s */\n" % open(sys.argv[1]).read())
