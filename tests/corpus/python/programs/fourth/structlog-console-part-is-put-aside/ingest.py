import json

import structlog

structlog.configure(processors=[structlog.processors.add_log_level, structlog.processors.TimeStamper(fmt="iso"),
                                structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)])
log = structlog.get_logger()
aside = 0
for number, line in enumerate(['{"id": 1}', '{"id": 2', '{"id": 3}']):
    try:
        log.info("event", id=json.loads(line)["id"])
    except json.JSONDecodeError:
        aside += 1
        log.error("event is no JSON, put aside", number=number, exc_info=True)
log.info("ingest finished", events=2, aside=aside)
