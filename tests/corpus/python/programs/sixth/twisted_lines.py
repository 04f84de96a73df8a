import sys

from twisted.internet import defer, endpoints, protocol, reactor, task
from twisted.logger import globalLogBeginner, textFileLogObserver
from twisted.protocols import basic
from twisted.python import log

globalLogBeginner.beginLoggingTo([textFileLogObserver(sys.stdout)])


class Lines(basic.LineReceiver):
    delimiter = b"\n"
    total = 0

    def lineReceived(self, line):
        if line == b"END":
            log.msg("collected %d units" % Lines.total)
            self.transport.loseConnection()
            reactor.callLater(0.1, reactor.stop)
            return
        defer.maybeDeferred(int, line).addCallback(self.add)

    def add(self, units):
        Lines.total += units

    def connectionLost(self, reason):
        log.msg("closed: %s" % reason.getErrorMessage())


class Meter(protocol.Protocol):
    def connectionMade(self):
        rows = [b"12", b"7", b"--", b"30", b"END"]
        task.LoopingCall(lambda: rows and self.transport.write(rows.pop(0) + b"\n")).start(0.05)


endpoints.serverFromString(reactor, "tcp:18438:interface=127.0.0.1").listen(protocol.Factory.forProtocol(Lines))
endpoints.clientFromString(reactor, "tcp:127.0.0.1:18438").connect(protocol.Factory.forProtocol(Meter))
endpoints.clientFromString(reactor, "tcp:127.0.0.1:18439").connect(protocol.Factory.forProtocol(Meter)).addErrback(
    lambda failure: log.err(failure, "standby meter does not answer, main meter is enough"))
reactor.run()
