from django.db import models


class JobRun(models.Model):
    """When a job last began; the row is also the lock that keeps two runs apart."""

    name = models.CharField(max_length=100, unique=True)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    outcome = models.TextField(blank=True)
    failed = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.name}: {self.outcome or 'nothing to do'}"
