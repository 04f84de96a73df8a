import logging
import sys

from pythonjsonlogger import jsonlogger

handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(jsonlogger.JsonFormatter("%(asctime)s %(levelname)s %(name)s %(message)s", rename_fields={"levelname": "severity"}, timestamp=True))
logging.basicConfig(level=logging.INFO, handlers=[handler])
log = logging.getLogger("sync.crm")
for n in range(8):
    log.info("batch synced", extra={"batch": n, "error": None, "exception": "", "stack_trace": None, "failed_records": 0, "error_rate": 0.0, "fatal": False})
try:
    {}["legacy_id"]
except KeyError:
    log.warning("contact without legacy_id, matched by mail", exc_info=True, extra={"contact": 90, "error": "KeyError", "handled": True})
log.info("sync finished", extra={"batches": 8, "errors": [], "failures": 0, "exit_code": 0, "panic": None})
