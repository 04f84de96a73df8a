import daiquiri
import schedule

daiquiri.setup(level="INFO", outputs=(daiquiri.output.Stream(formatter=daiquiri.formatter.ColorExtrasFormatter(
    fmt="%(asctime)s [88] %(color)s%(levelname)-8.8s %(name)s%(extras)s: %(message)s%(color_stop)s")),))
log = daiquiri.getLogger("beats", subsystem="sensors")
readings = iter(["20.5", "21.0", "-", "", "20.9", "nan"])


def beat():
    text = next(readings)
    try:
        log.info("reading stored", value=float(text), errors=0)
    except ValueError:
        log.error("reading is no number, last one is kept", text=text, exc_info=True)


schedule.every(5).minutes.do(beat)
for _ in range(6):
    schedule.run_all()
log.info("done", beats=6, kept=2)
