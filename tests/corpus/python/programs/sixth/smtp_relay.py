"""A mail sink as in the tests of a mailer: prints what the cron jobs of other machines send."""
import email
import smtplib
import subprocess
import sys
from email.policy import default

from aiosmtpd.controller import Controller


class Sink:
    async def handle_DATA(self, server, session, envelope):
        message = email.message_from_bytes(envelope.content, policy=default)
        print("--- from %s to %s" % (envelope.mail_from, ", ".join(envelope.rcpt_tos)))
        print("Subject: %s\n" % message["subject"])
        print(message.get_content().replace("\r\n", "\n"))
        return "250 stored"


sink = Controller(Sink(), hostname="127.0.0.1", port=18436)
sink.start()
jobs = {"db3": "import decimal; decimal.Decimal('12,5')", "web1": "open('/app/etc/vhosts.map')", "db1": "print('rotated 4 logs')"}
with smtplib.SMTP("127.0.0.1", 18436) as smtp:
    for host, code in jobs.items():
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
        mail = email.message.EmailMessage()
        mail["Subject"] = "Cron <job@%s> /usr/bin/nightly (status %d)" % (host, done.returncode)
        mail.set_content(done.stdout + done.stderr)
        smtp.sendmail("cron@%s.example.org" % host, ["ops@example.org"], mail.as_bytes())
sink.stop()
print("--- 3 mails stored, 0 refused")
