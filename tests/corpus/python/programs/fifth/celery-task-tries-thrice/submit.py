from tasks import label

handles = [label.delay(parcel) for parcel in ("P-201", "P-202", "P-203")]
print("labels:", [handle.get(timeout=30) for handle in handles], flush=True)
