"""torch.distributed.run, for a Python whose Flag does not count zero among its members (then --redirects=0 is refused)."""
import sys

from torch.distributed.elastic.multiprocessing import Std
from torch.distributed.elastic.multiprocessing.errors import record
from torch.distributed.launcher.api import elastic_launch
from torch.distributed.run import config_from_args, parse_args


@record
def main():
    config, command, args = config_from_args(parse_args(sys.argv[1:]))
    config.redirects = config.tee = Std.NONE
    elastic_launch(config, command)(*args)


main()
