"""Whether anything that pages show has changed: one row that moves with every change, whoever makes it."""

from django.db import models
from django.db.models import Q


class DataVersion(models.Model):
    """Written by triggers in the database only (roles/change_triggers.py), in the transaction of the change itself:
    what is rolled back takes its number along."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    number = models.PositiveBigIntegerField(default=0)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(name="dataversion_one_row", condition=Q(id=1))]

    def __str__(self) -> str:
        return f"{self.number}, {self.changed_at:%d %B %Y, %H:%M}"
