from django.db import models


class FailedOrder(models.Model):
    error = models.TextField()
    traceback = models.TextField(null=True)
