import sys
import time

offset = int(sys.argv[2])
print("consuming from", offset)
time.sleep(60)
