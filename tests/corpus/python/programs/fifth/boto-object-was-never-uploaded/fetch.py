import logging

import boto3

logging.basicConfig(level=logging.INFO, format="%(levelname)s:%(name)s:%(message)s")
store = boto3.client("s3", endpoint_url="http://127.0.0.1:5319")


def manifest(bucket, day):
    answer = store.get_object(Bucket=bucket, Key="manifests/%s.json" % day)
    return answer["Body"].read()


logging.info("reading the manifest")
print(len(manifest("night-archive", "2026-11-26")))
