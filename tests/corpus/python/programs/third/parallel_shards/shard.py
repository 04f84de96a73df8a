import struct
import sys

HEADER = struct.Struct("<4sII")


def blob(shard):
    body = HEADER.pack(b"SHRD", shard, 3) + bytes(range(12))
    return body if shard != 4 else body[:9]


def read(data):
    magic, number, count = HEADER.unpack(data[:HEADER.size])  # RAISES
    return number, count


number, count = read(blob(int(sys.argv[1])))
print("shard %d: %d records" % (number, count))
