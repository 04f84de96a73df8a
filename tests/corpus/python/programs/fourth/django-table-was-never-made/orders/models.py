from django.db import models


class Order(models.Model):
    customer = models.CharField(max_length=80)
    paid = models.BooleanField(default=False)
