from celery import Celery

app = Celery("shipping", broker="redis://127.0.0.1:6458/0", backend="redis://127.0.0.1:6458/1")
app.conf.update(broker_connection_retry_on_startup=True)
seen = {}


class CarrierBusy(Exception):
    pass


@app.task(autoretry_for=(CarrierBusy,), retry_kwargs={"max_retries": 4, "countdown": 0.2})
def label(parcel):
    seen[parcel] = seen.get(parcel, 0) + 1
    if parcel == "P-202" and seen[parcel] < 3:
        raise CarrierBusy("carrier answered 429 for %s" % parcel)
    return "label-%s.pdf" % parcel
