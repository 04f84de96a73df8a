from celery import Celery

app = Celery("invoices", broker="redis://127.0.0.1:6457/0", backend="redis://127.0.0.1:6457/1")
app.conf.update(broker_connection_retry_on_startup=True, worker_hijack_root_logger=True)


@app.task
def total(invoice):
    return sum(line["net"] * (100 + line["vat"]) // 100 for line in invoice["lines"])
